import type { RecurrenceRule } from '../recurrence/index.js'
import { DAY_SECONDS } from '../time/index.js'

/**
 * After how many local seconds all of these rules repeat, COUNT and UNTIL aside: 0 without rules, Infinity where it is
 * not known, or where several only repeat together after more than four digits can write.
 *
 * Rules that look at nothing but days of the week and times repeat with their interval and the week; others with the 400
 * years of the Gregorian calendar.
 */
export const patternPeriodSeconds = (rules: readonly RecurrenceRule[]): number =>
  rules.map(periodOf).reduce(commonMultiple, 0)

const periodOf = (rule: RecurrenceRule): number => {
  if (rule.rscale !== null) return Infinity
  const { frequency, interval } = rule
  switch (frequency) {
    case 'YEARLY':
      return (commonMultiple(interval, 400) / 400) * CYCLE_SECONDS
    case 'MONTHLY':
      return (commonMultiple(interval, 4800) / 4800) * CYCLE_SECONDS
    case 'WEEKLY':
    case 'DAILY':
    case 'HOURLY':
    case 'MINUTELY':
    case 'SECONDLY':
      return commonMultiple(
        interval * UNIT_SECONDS[frequency],
        looksAtMonths(rule) ? CYCLE_SECONDS : 7 * DAY_SECONDS,
      )
  }
}

const UNIT_SECONDS = {
  WEEKLY: 7 * DAY_SECONDS,
  DAILY: DAY_SECONDS,
  HOURLY: 3600,
  MINUTELY: 60,
  SECONDLY: 1,
} as const

const looksAtMonths = ({ byMonth, byWeekNo, byYearDay, byMonthDay }: RecurrenceRule): boolean =>
  byMonth.length + byWeekNo.length + byYearDay.length + byMonthDay.length > 0

/** 400 years: 146,097 days, a whole number of weeks. */
const CYCLE_SECONDS = 146_097 * DAY_SECONDS
const LONGEST_SECONDS = 26 * CYCLE_SECONDS

const commonMultiple = (a: number, b: number): number => {
  if (a === 0 || b === 0) return a + b
  if (a === Infinity || b === Infinity) return Infinity
  const multiple = (a / commonDivisor(a, b)) * b
  return multiple > LONGEST_SECONDS ? Infinity : multiple
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))
