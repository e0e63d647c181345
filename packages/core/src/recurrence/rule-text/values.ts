import type { Month, NthDay } from '../rule.js'
import { WEEKDAYS } from '../weekdays.js'
import { type Fault, isFault } from './refusals.js'

/** How a value is read from its text. */
export type ReadValue<T> = (text: string) => T | Fault

/** Reads one of some words. */
export const oneOf =
  <Word extends string>(words: readonly Word[]): ReadValue<Word> =>
  (text) =>
    words.find((word) => word === text) ?? 'InvalidValue'

/** Reads a whole number without a sign, both bounds included: `15`. */
export const within =
  (from: number, to: number): ReadValue<number> =>
  (text) =>
    numberIn(text, 0, { from, to })

/** Reads a whole number that also counts from the end, and is never zero: `15`, `+2`, `-1`. */
export const eitherSideOf0 =
  (to: number): ReadValue<number> =>
  (text) => {
    const isNegative = text.startsWith('-')
    const size = numberIn(text, isNegative || text.startsWith('+') ? 1 : 0, { from: 1, to })
    return isNegative && !isFault(size) ? -size : size
  }

/** Reads a month: `5`, or the leap month after it, `5L`. */
export const readMonth = (text: string): Month | Fault => {
  const leap = text.endsWith('L')
  const month = numberIn(leap ? text.slice(0, -1) : text, 0, MONTHS)
  return isFault(month) ? month : { month, leap }
}

/** Reads a day with or without its ordinal: `MO`, `+1MO`, `-1SU`. */
export const readNthDay = (text: string): NthDay | Fault => {
  const name = text.slice(-2)
  const day = WEEKDAYS.find((weekday) => weekday === name)
  if (day === undefined) return 'InvalidValue'
  if (text === day) return { day, nthOfPeriod: null }
  const nthOfPeriod = readOrdinal(text.slice(0, -2))
  return isFault(nthOfPeriod) ? nthOfPeriod : { day, nthOfPeriod }
}

interface NumberRange {
  readonly from: number
  readonly to: number
}

/** The number written from an index on. */
const numberIn = (text: string, start: number, { from, to }: NumberRange): number | Fault => {
  if (text.length === start) return 'InvalidValue'
  let value = 0
  for (let i = start; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return 'InvalidValue'
    value = value * 10 + digit
  }
  return value >= from && value <= to ? value : 'OutOfRange'
}

const MONTHS: NumberRange = { from: 1, to: 13 }
const readOrdinal = /* @__PURE__ */ eitherSideOf0(55)
