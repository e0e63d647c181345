import { monthOfYearDay, monthStart, yearStart } from './calendar.js'
import type { DayParts } from './day-parts.js'
import { writeYearDays, YEAR_SHAPES, yearShape } from './year-days.js'
import { yearOfDay } from './years.js'

/** The days that a rule leaves, by the year they are in. */
export interface DayMask {
  readonly parts: DayParts
  /** For each shape of a year (see `yearShape`) 12 words of months, once known with the sign bit set. */
  readonly words: Int32Array
  /** The year looked at last: its first day, that of the next one, and where it is in `words`. */
  readonly year: Int32Array
}

/** Both directions of a walk. */
export type Direction = 1 | -1

/** A mask that has not looked at any year. */
export const dayMask = (parts: DayParts): DayMask => ({
  parts,
  words: new Int32Array(YEAR_SHAPES * 12),
  year: new Int32Array(3),
})

/** Whether the rule leaves this day. */
export const isLeft = (mask: DayMask, day: number): boolean => {
  const { first, leapDays, offset } = yearWith(mask, day)
  const month = monthOfYearDay(day - first, leapDays)
  const bit = day - first - monthStart(month, leapDays)
  return (((mask.words[offset + month] ?? 0) >>> bit) & 1) === 1
}

/** The nearest day that is left at or after a day, or at or before, but at most the first one of another year. */
export const nearestLeft = (mask: DayMask, day: number, direction: Direction): number => {
  const { first, leapDays, offset } = yearWith(mask, day)
  let month = monthOfYearDay(day - first, leapDays)
  const bit = day - first - monthStart(month, leapDays)
  const beyond = direction > 0 ? -1 << bit : ~(-2 << bit)
  let days = (mask.words[offset + month] ?? 0) & beyond & MONTH
  while (days === 0) {
    month += direction
    if (month < 0) return first - 1
    if (month > 11) return first + 365 + leapDays
    days = (mask.words[offset + month] ?? 0) & MONTH
  }
  const nearest = direction > 0 ? days & -days : days
  return first + monthStart(month, leapDays) + 31 - Math.clz32(nearest)
}

interface YearInMask {
  readonly first: number
  readonly leapDays: number
  readonly offset: number
}

const yearWith = (mask: DayMask, day: number): YearInMask => {
  const { year } = mask
  if (day < (year[0] ?? 0) || day >= (year[1] ?? 0)) turnTo(mask, day)
  const first = year[0] ?? 0
  return { first, leapDays: (year[1] ?? 0) - first - 365, offset: year[2] ?? 0 }
}

const turnTo = ({ parts, words, year }: DayMask, day: number): void => {
  const number = yearOfDay(day)
  const first = yearStart(number)
  const shape = yearShape(parts, number, first)
  const offset = shape * 12
  year[0] = first
  year[1] = yearStart(number + 1)
  year[2] = offset
  if (words[offset] !== 0) return
  const known = words.subarray(offset, offset + 12)
  writeYearDays(known, parts, shape)
  for (let month = 0; month < 12; month += 1) known[month] = (known[month] ?? 0) | ~MONTH
}

/** The bits of a word that are days. */
const MONTH = 0x7fff_ffff
