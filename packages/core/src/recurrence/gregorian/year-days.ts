import { isLeap, monthOfYearDay, monthStart, weekdayOf } from './calendar.js'
import type { DayParts } from './day-parts.js'
import { monthDays, nthDay, nthDaysOfMonth } from './month-days.js'
import { daysOfWeekNos } from './week-numbers.js'

/** How many shapes years come in: see `yearShape`. */
export const YEAR_SHAPES = 28

/**
 * Numbers the shape of a year that begins on `firstDay`: all years of one number have the same days in every rule.
 *
 * The weekday of 1 January, and 7 times: 0 for a leap year, 1 for others; by BYWEEKNO, which looks into the
 * years beside, 2 after a leap year and 3 before one.
 */
export const yearShape = (parts: DayParts, year: number, firstDay: number): number => {
  const weekday = weekdayOf(firstDay)
  if (isLeap(year)) return weekday
  if (parts.weekNos.length === 0) return weekday + 7
  return weekday + 7 * (isLeap(year - 1) ? 2 : isLeap(year + 1) ? 3 : 1)
}

/** How many leap days a year of this shape has. */
export const leapDaysOf = (shape: number): number => (shape < 7 ? 1 : 0)

/** Writes the days that a rule takes from a year of this shape: a word for each month, bit 0 its first. */
export const writeYearDays = (words: Int32Array, parts: DayParts, shape: number): void => {
  const { months, yearDays, weekNos, nthWeekdays, nthOf } = parts
  const leapDays = leapDaysOf(shape)
  const length = 365 + leapDays
  const firstWeekday = shape % 7
  const nthDays =
    nthOf === 'YEAR' && nthWeekdays.length > 0
      ? wordsOf(
          nthWeekdays.map((nth) => nthDay(nth, { length, firstWeekday })),
          leapDays,
        )
      : null

  for (let month = 0; month < 12; month += 1) {
    if ((months & (2 << month)) === 0) {
      words[month] = 0
      continue
    }
    const start = monthStart(month, leapDays)
    const monthShape = {
      length: monthStart(month + 1, leapDays) - start,
      firstWeekday: (firstWeekday + start) % 7,
    }
    words[month] = monthDays(
      parts,
      monthShape,
      nthDays === null ? nthDaysOfMonth(parts, monthShape) : (nthDays[month] ?? 0),
    )
  }
  if (yearDays.length > 0)
    limit(
      words,
      wordsOf(
        yearDays.map((n) => (n > 0 ? n - 1 : length + n)),
        leapDays,
      ),
    )
  if (weekNos.length > 0) limit(words, wordsOf(daysOfWeekNos(parts, shape), leapDays))
}

const limit = (words: Int32Array, by: Int32Array): void => {
  for (let month = 0; month < 12; month += 1) words[month] = (words[month] ?? 0) & (by[month] ?? 0)
}

/** Days of the year, from 0, as words of months. Those outside the year are left out. */
const wordsOf = (days: readonly number[], leapDays: number): Int32Array => {
  const words = new Int32Array(12)
  for (const day of days)
    if (day >= 0 && day < 365 + leapDays) {
      const month = monthOfYearDay(day, leapDays)
      words[month] = (words[month] ?? 0) | (1 << (day - monthStart(month, leapDays)))
    }
  return words
}
