import { civilFromDays } from '../../time/civil.js'
import { addDays } from './bits.js'
import { mod, monthStart, yearStart } from './calendar.js'
import type { DayParts } from './day-parts.js'
import { type Growing, addSet, type Sets } from './sets.js'
import { leapDaysOf, writeYearDays, YEAR_SHAPES, yearShape } from './year-days.js'

/** Calendar years, in which every `monthsApart`th month counts from `firstMonth`, months being numbered through. */
export interface Years {
  readonly unit: 'YEAR'
  readonly parts: DayParts
  readonly firstMonth: number
  readonly monthsApart: number
  readonly sets: Sets
  readonly setOf: 'MONTH' | 'YEAR'
}

/** The year that a day lies in. */
export const yearOfDay = (day: number): number => {
  // At most a year off: no year begins a whole year from where the mean year would have it.
  const year = 1970 + Math.floor(day / MEAN_YEAR)
  if (day < yearStart(year)) return year - 1
  return day < yearStart(year + 1) ? year : year + 1
}

/** The number of the month that a day lies in. */
export const monthOfDay = (day: number): number => {
  const { year, month } = civilFromDays(day)
  return 12 * year + month - 1
}

/** By the year's shape, and which of its months counts first; -1 if none does. */
export const typeOfYear = (layout: Years, year: number, firstDay: number): number => {
  const { parts, firstMonth, monthsApart } = layout
  const shape = yearShape(parts, year, firstDay)
  if (monthsApart === 1) return shape
  const month = mod(firstMonth - 12 * year, monthsApart)
  return month < 12 ? shape + YEAR_SHAPES * month : -1
}

/** Adds the days of a year of a type, or what BYSETPOS takes of them. */
export const addStartsOfYear = (starts: Growing, layout: Years, type: number): void => {
  const { parts, monthsApart, sets, setOf } = layout
  const shape = type % YEAR_SHAPES
  const words = new Int32Array(12)
  writeYearDays(words, parts, shape)
  let days: Growing = []
  for (let month = Math.floor(type / YEAR_SHAPES); month < 12; month += monthsApart) {
    addDays(days, words[month] ?? 0, monthStart(month, leapDaysOf(shape)))
    if (setOf === 'MONTH') {
      addSet(starts, days, sets)
      days = []
    }
  }
  addSet(starts, days, sets)
}

const MEAN_YEAR = 365.2425
