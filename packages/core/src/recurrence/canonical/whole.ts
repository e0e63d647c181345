import type { RecurrenceRule } from '../rule.js'

/** Takes out the days' lists that hold all there is: they limit nothing. For rules without BYWEEKNO. */
export const withoutWholeDays = (rule: RecurrenceRule): RecurrenceRule => ({
  ...rule,
  byMonth: rule.byMonth.length === 12 ? [] : rule.byMonth,
  byMonthDay: isWhole(rule.byMonthDay, 1, 31) ? [] : rule.byMonthDay,
  byDay: isWholeWeek(rule) ? [] : rule.byDay,
})

/** Takes out the times' lists that hold all there is, of a rule that says all its times. */
export const withoutWholeTimes = (rule: RecurrenceRule): RecurrenceRule => ({
  ...rule,
  byHour: isWhole(rule.byHour, 0, 23) ? [] : rule.byHour,
  byMinute: isWhole(rule.byMinute, 0, 59) ? [] : rule.byMinute,
  bySecond: isWhole(rule.bySecond, 0, 59) ? [] : rule.bySecond,
})

/** Whether BYDAY holds every day of the week, and only those. */
export const isWholeWeek = ({ byDay }: RecurrenceRule): boolean =>
  byDay.length === 7 && byDay.every(({ nthOfPeriod }) => nthOfPeriod === null)

const isWhole = (values: readonly number[], from: number, to: number): boolean =>
  values.filter((value) => value >= from && value <= to).length === to - from + 1
