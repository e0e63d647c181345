import { exactJson } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { StoredForm, Written } from './codec.js'
import * as laws from './codec.js'
import type { Law } from './law.js'

/** Spoils how something is stored. */
export type StoredFormFault = (form: StoredForm) => StoredForm

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const reading =
  (spoil: (written: Written) => Written): StoredFormFault =>
  (form) => ({ ...form, read: (stored) => E.map(spoil)(form.read(stored)) })

/** Reads stamps as if they were of a second later. CODEC-001 must reject it. */
export const readsASecondLate: StoredFormFault = reading(({ value, stored }) => ({
  value:
    isObject(value) && typeof value['at'] === 'number'
      ? { ...value, at: value['at'] + 1000 }
      : value,
  stored,
}))

/** Writes stamps in whole seconds. CODEC-002 must reject it. */
export const writesWholeSeconds: StoredFormFault = reading(({ value, stored }) => {
  const text = exactJson(stored).replaceAll(/(T\d\d:\d\d:\d\d)\.\d+/g, '$1')
  const rounded: unknown = JSON.parse(text)
  return { value, stored: rounded }
})

/** Takes what it does not know as it stands. CODEC-003 must reject it. */
export const takesTheUnknown: StoredFormFault = (form) => ({
  ...form,
  read: (stored) => {
    const read = form.read(stored)
    return E.isRight(read) ? read : E.right({ value: stored, stored })
  },
})

/** Fills what is missing with what was there last. CODEC-004 must reject it. */
export const fillsWhatIsMissing: StoredFormFault = (form) => {
  let last: unknown = null
  return {
    ...form,
    read: (stored) => {
      const read = form.read(stored)
      if (E.isRight(read)) last = stored
      return E.isRight(read) || !isObject(stored) || !isObject(last)
        ? read
        : form.read({ ...last, ...stored })
    },
  }
}

/** Every law of how something is stored. */
export const codecLaws: readonly Law<StoredForm>[] = [
  {
    title: 'CODEC-001 reads what it wrote',
    law: laws.readsWhatItWrote,
    faults: { readsASecondLate },
  },
  {
    title: 'CODEC-002 writes what it read',
    law: laws.writesTheSameAgain,
    faults: { writesWholeSeconds },
  },
  {
    title: 'CODEC-003 refuses a value of another type',
    law: laws.refusesOtherTypes,
    faults: { takesTheUnknown },
  },
  {
    title: 'CODEC-004 invents nothing in place of what is missing',
    law: laws.inventsNothing,
    faults: { fillsWhatIsMissing },
  },
]
