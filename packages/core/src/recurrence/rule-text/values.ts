import type { Month, NthDay, Weekday } from '../rule.js'
import type { Fault } from './refusals.js'

/** Which whole numbers a part takes; the signed ones also count from the end, and never zero. */
export interface NumberRange {
  readonly sign: 'Signed' | 'Unsigned'
  readonly from: number
  readonly to: number
}

/** Reads one whole number: `15`, and `+2` or `-1` where signs are taken. */
export const readNumber = (text: string, range: NumberRange): number | Fault => {
  const from = range.sign === 'Signed' ? afterSign(text) : 0
  const size = digits(text, from, text.length)
  if (Number.isNaN(size)) return 'InvalidValue'
  if (size < range.from || size > range.to) return 'OutOfRange'
  return isNegative(text) ? -size : size
}

/** Reads a month: `5`, or the leap month after it, `5L`. */
export const readMonth = (text: string): Month | Fault => {
  const leap = text.endsWith('L')
  const month = digits(text, 0, leap ? text.length - 1 : text.length)
  if (Number.isNaN(month)) return 'InvalidValue'
  return month >= 1 && month <= 13 ? { month, leap } : 'OutOfRange'
}

/** Reads a day with or without its ordinal: `MO`, `+1MO`, `-1SU`. */
export const readNthDay = (text: string): NthDay | Fault => {
  const plain = PLAIN_DAYS.get(text)
  if (plain !== undefined) return plain
  const day = WEEKDAYS.get(text.slice(-2))
  const nth = digits(text, afterSign(text), text.length - 2)
  if (day === undefined || Number.isNaN(nth)) return 'InvalidValue'
  if (nth < 1 || nth > 55) return 'OutOfRange'
  return { day, nthOfPeriod: isNegative(text) ? -nth : nth }
}

/** Monday first. */
export const DAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** From its two letters in upper case. */
export const WEEKDAYS: ReadonlyMap<string, Weekday> = new Map(DAYS.map((day) => [day, day]))

/** One object for each, shared by all rules. */
const PLAIN_DAYS: ReadonlyMap<string, NthDay> = new Map(
  DAYS.map((day) => [day, { day, nthOfPeriod: null }]),
)

/** NaN when there is none, or something else. */
const digits = (text: string, from: number, to: number): number => {
  if (from >= to) return Number.NaN
  let value = 0
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

const afterSign = (text: string): number => (text.startsWith('+') || isNegative(text) ? 1 : 0)
const isNegative = (text: string): boolean => text.startsWith('-')
