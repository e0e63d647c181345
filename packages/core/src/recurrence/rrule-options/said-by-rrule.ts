import type { RecurrenceRule } from '../rule.js'

/**
 * Whether rrule's own words say the rule, and all of it.
 *
 * rrule leaves out BYSETPOS, minutes, months of weekdays and more without a word; it knows days of the
 * week, of the month and months.
 */
export const isSaidByRRule = (rule: RecurrenceRule): boolean => {
  const { byDay, byMonth, byMonthDay, frequency, interval } = rule
  if (!hasOnlyPlainParts(rule)) return false
  switch (frequency) {
    case 'DAILY':
      return byDay.length + byMonth.length + byMonthDay.length === 0
    case 'WEEKLY':
      return byMonth.length === 0 && (isNotWorkWeek(rule) || (byDay.length !== 6 && interval === 1))
    case 'MONTHLY':
      return (
        byMonth.length === 0 &&
        isNotWorkWeek(rule) &&
        (byDay.length === 0 || byMonthDay.length === 0)
      )
    case 'YEARLY':
      return byDay.length === 0 && (byMonth.length > 0 ? interval === 1 : byMonthDay.length === 0)
    case 'HOURLY':
    case 'MINUTELY':
    case 'SECONDLY':
      return false
  }
}

/** rrule takes any rule that names these five days for one of work days, ordinals or not. */
const isNotWorkWeek = ({ byDay }: RecurrenceRule): boolean =>
  !WORK_DAYS.every((day) => byDay.some((other) => other.day === day))

const hasOnlyPlainParts = (rule: RecurrenceRule): boolean =>
  rule.byWeekNo.length +
    rule.byYearDay.length +
    rule.byHour.length +
    rule.byMinute.length +
    rule.bySecond.length +
    rule.bySetPosition.length ===
    0 &&
  rule.rscale === null &&
  rule.skip === 'OMIT'

const WORK_DAYS = ['MO', 'TU', 'WE', 'TH', 'FR']
