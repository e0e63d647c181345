import { mod } from './calendar.js'
import type { DayParts } from './day-parts.js'

/**
 * The days, from 0, of a year of this shape (see `yearShape`) whose weeks BYWEEKNO names; some may lie outside.
 *
 * Week 1 is the first with four days in its year, so early January may be of the last year's last week
 * and late December of the next year's first: those weeks are named by the numbers of their own years.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export const daysOfWeekNos = (parts: DayParts, shape: number): readonly number[] => {
  const kind = Math.floor(shape / 7)
  const weekday = shape % 7
  const length = kind === 0 ? 366 : 365
  const before = kind === 2 ? 366 : 365
  const after = kind === 3 ? 366 : 365
  return [
    ...daysOfWeeks(parts, { start: -before, weekday: mod(weekday - before, 7), length: before }),
    ...daysOfWeeks(parts, { start: 0, weekday, length }),
    ...daysOfWeeks(parts, { start: length, weekday: (weekday + length) % 7, length: after }),
  ]
}

interface WeekYear {
  readonly start: number
  readonly weekday: number
  readonly length: number
}

const daysOfWeeks = ({ weekNos, weekStart }: DayParts, year: WeekYear): readonly number[] => {
  const first = firstWeek(year.weekday, weekStart)
  const next = year.length + firstWeek((year.weekday + year.length) % 7, weekStart)
  const weeks = (next - first) / 7
  return weekNos
    .map((weekNo) => (weekNo > 0 ? weekNo - 1 : weeks + weekNo))
    .filter((week) => week >= 0 && week < weeks)
    .flatMap((week) => WEEK.map((day) => year.start + first + 7 * week + day))
}

/** Where week 1, the first with four days in its year, begins, in days from the first of that year. */
export const firstWeek = (weekdayOfNewYear: number, weekStart: number): number => {
  const intoWeek = (weekdayOfNewYear - weekStart + 7) % 7
  return intoWeek <= 3 ? -intoWeek : 7 - intoWeek
}

const WEEK = [0, 1, 2, 3, 4, 5, 6]
