import { civilFromDays } from '../../time/civil.js'
import type { NthDay, RecurrenceRule, Weekday } from '../rule.js'
import { WEEKDAYS } from '../weekdays.js'
import { weekdayOf } from './calendar.js'

/**
 * The parts of a rule that speak of days, with what DTSTART implies made explicit.
 *
 * So completed, each of them limits the days of the period, also where RFC 5545's table says "expand": a
 * year expanded by BYMONTH is a year limited to those months. What is left of the table is where
 * ordinals count (`nthOf`), what DTSTART implies (below), and the time of day (`clock.ts`).
 *
 * |            | SECONDLY to DAILY | WEEKLY | MONTHLY | YEARLY           |
 * | ---------- | ----------------- | ------ | ------- | ---------------- |
 * | BYMONTH    | limit             | limit  | limit   | expand           |
 * | BYWEEKNO   |                   |        |         | expand           |
 * | BYYEARDAY  | limit (not DAILY) |        |         | expand           |
 * | BYMONTHDAY | limit             |        | expand  | expand           |
 * | BYDAY      | limit             | expand | expand  | expand           |
 * | ordinals   |                   |        | month's | BYMONTH ? month's : year's |
 *
 * Sets of days are bits. Months: bit 1 is January. Days of the month: bit 0 is the first; from the end, bit
 * 30 is the last. Weekdays: bit 0 is Monday.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export interface DayParts {
  readonly months: number
  readonly weekNos: readonly number[]
  readonly yearDays: readonly number[]
  readonly monthDays: number
  readonly monthDaysFromEnd: number
  readonly weekdays: number
  readonly nthWeekdays: readonly NthWeekday[]
  readonly nthOf: 'MONTH' | 'YEAR'
  readonly weekStart: number
}

/** The nth weekday of a month or year, from its end when negative. */
export interface NthWeekday {
  readonly weekday: number
  readonly nth: number
}

/** BYMONTH absent. */
export const EVERY_MONTH = 0b1_1111_1111_1110

/** BYDAY absent. */
export const EVERY_WEEKDAY = 0b111_1111

/** BYMONTHDAY absent. */
export const EVERY_MONTH_DAY = 0x7fff_ffff

/** Completes the parts of `rule` that speak of days from the day it starts on. */
export const dayPartsOf = (rule: RecurrenceRule, startDay: number): DayParts => {
  const start = civilFromDays(startDay)
  const implied = impliedBy(rule)
  const monthDays = implied === 'MONTHDAY' ? [start.day] : rule.byMonthDay
  const months = bitsOf(rule.byMonth, ({ month, leap }) => (leap ? 0 : 1 << month))
  const ordinals = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY'
  const isNth = ({ nthOfPeriod }: NthDay): boolean => ordinals && nthOfPeriod !== null
  const weekdays = bitsOf(rule.byDay, (by) => (isNth(by) ? 0 : 1 << weekdayNamed(by.day)))
  return {
    months:
      rule.byMonth.length > 0
        ? months & EVERY_MONTH
        : implied === 'MONTHDAY' && rule.frequency === 'YEARLY'
          ? 1 << start.month
          : EVERY_MONTH,
    weekNos: rule.byWeekNo,
    yearDays: rule.byYearDay,
    monthDays: monthDays.length > 0 ? bitsOf(monthDays, bitOfMonthDay) : EVERY_MONTH_DAY,
    monthDaysFromEnd: bitsOf(monthDays, bitOfMonthDayFromEnd),
    weekdays:
      implied === 'WEEKDAY'
        ? 1 << weekdayOf(startDay)
        : rule.byDay.length > 0
          ? weekdays
          : EVERY_WEEKDAY,
    nthWeekdays: rule.byDay
      .filter(isNth)
      .map((by) => ({ weekday: weekdayNamed(by.day), nth: by.nthOfPeriod ?? 0 })),
    nthOf: rule.frequency === 'YEARLY' && rule.byMonth.length === 0 ? 'YEAR' : 'MONTH',
    weekStart: weekdayNamed(rule.firstDayOfWeek),
  }
}

/** What DTSTART says of the day: nothing, or its day of the month (and the month of a year), or of the week. */
const impliedBy = (rule: RecurrenceRule): 'MONTHDAY' | 'WEEKDAY' | null => {
  const { frequency, byWeekNo, byYearDay, byMonthDay, byDay } = rule
  if (byYearDay.length > 0 || byMonthDay.length > 0 || byDay.length > 0) return null
  if (byWeekNo.length > 0) return frequency === 'YEARLY' ? 'WEEKDAY' : null
  if (frequency === 'WEEKLY') return 'WEEKDAY'
  return frequency === 'MONTHLY' || frequency === 'YEARLY' ? 'MONTHDAY' : null
}

const bitsOf = <A>(values: readonly A[], bitOf: (value: A) => number): number =>
  values.reduce((bits, value) => bits | bitOf(value), 0)

const bitOfMonthDay = (monthDay: number): number =>
  monthDay > 0 && monthDay < 32 ? 1 << (monthDay - 1) : 0

const bitOfMonthDayFromEnd = (monthDay: number): number =>
  monthDay < 0 && monthDay > -32 ? 1 << (31 + monthDay) : 0

const weekdayNamed = (day: Weekday): number => WEEKDAYS.indexOf(day)
