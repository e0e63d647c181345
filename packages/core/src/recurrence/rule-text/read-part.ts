import type { RecurrenceRejection } from '../rejection.js'
import type { RuleDraft } from './draft.js'
import { type Fault, faulty, tooLong } from './refusals.js'

/** Reads the value of one part, in upper case, into the draft; says why it cannot. */
export type ReadPart = (draft: RuleDraft, value: string) => RecurrenceRejection | null

/** How one value is read, and where it goes. */
export interface OneValue<T> {
  readonly read: (text: string) => T | Fault
  readonly put: (draft: RuleDraft, value: T) => void
}

/** A part of one value. */
export const one =
  <T>(part: string, { read, put }: OneValue<T>): ReadPart =>
  (draft, value) => {
    const found = read(value)
    if (isFault(found)) return faulty(found, part, value)
    put(draft, found)
    return null
  }

/** How each value of a list is read, where the list goes, and how many values there are to choose from. */
export interface ManyValues<T> {
  readonly read: (text: string) => T | Fault
  readonly put: (draft: RuleDraft, values: readonly T[]) => void
  readonly most: number
}

/** A part of values between commas; refuses more of them than there are different ones. */
export const many =
  <T>(part: string, { read, put, most }: ManyValues<T>): ReadPart =>
  (draft, value) => {
    const values: T[] = []
    let from = 0
    while (from <= value.length) {
      const comma = value.indexOf(',', from)
      const to = comma === -1 ? value.length : comma
      const text = value.slice(from, to)
      const found = read(text)
      if (isFault(found)) return faulty(found, part, text)
      if (values.push(found) > most) return tooLong(part, most)
      from = to + 1
    }
    put(draft, values)
    return null
  }

const isFault = (found: unknown): found is Fault =>
  found === 'InvalidValue' || found === 'OutOfRange'
