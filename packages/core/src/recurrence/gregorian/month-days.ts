import type { DayParts, NthWeekday } from './day-parts.js'

/** A month of some length that begins on some weekday; all such have the same days in every rule. */
export interface MonthShape {
  readonly length: number
  readonly firstWeekday: number
}

/**
 * The days of a month that BYMONTHDAY and BYDAY leave, as bits: bit 0 is the first.
 *
 * `nthDays` are those that ordinals of BYDAY name; they join its plain weekdays, so `3MO,WE` is the third
 * Monday and every Wednesday.
 */
export const monthDays = (parts: DayParts, shape: MonthShape, nthDays: number): number => {
  const beyond = 31 - shape.length
  const byMonthDay = parts.monthDays | (parts.monthDaysFromEnd >>> beyond)
  const byDay = weekdayBits(parts.weekdays, shape.firstWeekday) | nthDays
  return (EVERY_DAY >>> beyond) & byMonthDay & byDay
}

/** The days of a month that the ordinals of BYDAY name, counted within it. */
export const nthDaysOfMonth = (parts: DayParts, shape: MonthShape): number => {
  let bits = 0
  for (const nth of parts.nthWeekdays) {
    const day = nthDay(nth, shape)
    if (day >= 0 && day < shape.length) bits |= 1 << day
  }
  return bits
}

/**
 * The day, from 0, of the nth weekday of a month, or of a year: anything of a length that begins on a
 * weekday. Outside of it if there is no such day.
 */
export const nthDay = ({ weekday, nth }: NthWeekday, shape: MonthShape): number => {
  const first = (weekday - shape.firstWeekday + 7) % 7
  const last = first + 7 * Math.floor((shape.length - 1 - first) / 7)
  return nth > 0 ? first + 7 * (nth - 1) : last + 7 * (nth + 1)
}

/** Weekdays, bit 0 being Monday, repeated over a month. */
const weekdayBits = (weekdays: number, firstWeekday: number): number => {
  const week = ((weekdays | (weekdays << 7)) >>> firstWeekday) & 0b111_1111
  const twoWeeks = week | (week << 7)
  return twoWeeks | (twoWeeks << 14) | (week << 28)
}

const EVERY_DAY = 0x7fff_ffff
