import type { RecurrenceRule } from '../rule.js'
import type { Clock } from './by-longest-period.js'
import type { StartParts } from './start-parts.js'

/**
 * Says an interval by a longer period where it is a whole number of those: 24 months are 2 years.
 *
 * For rules that say everything (`explicit`) without BYSETPOS.
 */
export const raised = (rule: RecurrenceRule, start: StartParts, clock: Clock): RecurrenceRule => {
  const next = raisedOnce(rule, start, clock)
  return next === rule ? rule : raised(next, start, clock)
}

const raisedOnce = (rule: RecurrenceRule, start: StartParts, clock: Clock): RecurrenceRule => {
  const { frequency, interval } = rule
  switch (frequency) {
    case 'SECONDLY':
      return interval % 60 === 0 && meets(rule.bySecond, start.second)
        ? { ...rule, frequency: 'MINUTELY', interval: interval / 60, bySecond: [start.second] }
        : rule
    case 'MINUTELY':
      return interval % 60 === 0 && meets(rule.byMinute, start.minute)
        ? { ...rule, frequency: 'HOURLY', interval: interval / 60, byMinute: [start.minute] }
        : rule
    case 'HOURLY':
      return interval % 24 === 0 && clock === 'Even' && meets(rule.byHour, start.hour)
        ? byDays(rule, interval / 24, start)
        : rule
    case 'DAILY':
      return interval % 7 === 0 && rule.byMonthDay.length === 0 && meetsDay(rule, start)
        ? byWeeks(rule, interval / 7, start)
        : rule
    case 'MONTHLY':
      return interval % 12 === 0 && meetsMonth(rule, start)
        ? byYears(rule, interval / 12, start)
        : rule
    case 'WEEKLY':
    case 'YEARLY':
      return rule
  }
}

const byDays = (rule: RecurrenceRule, interval: number, { hour }: StartParts): RecurrenceRule =>
  // DAILY has no BYYEARDAY.
  rule.byYearDay.length > 0 ? rule : { ...rule, frequency: 'DAILY', interval, byHour: [hour] }

const byWeeks = (rule: RecurrenceRule, interval: number, start: StartParts): RecurrenceRule => ({
  ...rule,
  frequency: 'WEEKLY',
  interval,
  byDay: [{ day: start.weekday, nthOfPeriod: null }],
})

const byYears = (rule: RecurrenceRule, interval: number, start: StartParts): RecurrenceRule => ({
  ...rule,
  frequency: 'YEARLY',
  interval,
  byMonth: [{ month: start.month, leap: false }],
})

const meets = (values: readonly number[], value: number): boolean =>
  values.length === 0 || values.includes(value)

const meetsDay = ({ byDay }: RecurrenceRule, { weekday }: StartParts): boolean =>
  byDay.length === 0 || byDay.some(({ day }) => day === weekday)

const meetsMonth = ({ byMonth }: RecurrenceRule, start: StartParts): boolean =>
  byMonth.length === 0 || byMonth.some(({ month }) => month === start.month)
