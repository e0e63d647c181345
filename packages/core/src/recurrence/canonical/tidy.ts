import type { Month, NthDay, RecurrenceRule } from '../rule.js'
import { WEEKDAYS } from '../weekdays.js'

/**
 * Sorts every list and takes out what stands twice, or is contained in something else: `1MO` beside `MO`.
 *
 * Values from the end come first, days by weekday and then ordinal.
 */
export const tidy = (rule: RecurrenceRule): RecurrenceRule => ({
  ...rule,
  byMonth: unique(rule.byMonth, monthRank),
  byWeekNo: unique(rule.byWeekNo, Number),
  byYearDay: unique(rule.byYearDay, Number),
  byMonthDay: unique(rule.byMonthDay, Number),
  byDay: unique(rule.byDay.filter(isNotContained(rule.byDay)), dayRank),
  byHour: unique(rule.byHour, Number),
  byMinute: unique(rule.byMinute, Number),
  bySecond: unique(rule.bySecond, Number),
  bySetPosition: unique(rule.bySetPosition, Number),
})

const unique = <T>(values: readonly T[], rank: (value: T) => number): readonly T[] =>
  values
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((value, i, sorted) => {
      const before = sorted[i - 1]
      return before === undefined || rank(before) !== rank(value)
    })

const monthRank = ({ month, leap }: Month): number => month * 2 + (leap ? 1 : 0)

const dayRank = ({ day, nthOfPeriod }: NthDay): number =>
  WEEKDAYS.indexOf(day) * 1000 + (nthOfPeriod ?? 0)

const isNotContained =
  (all: readonly NthDay[]) =>
  ({ day, nthOfPeriod }: NthDay): boolean =>
    nthOfPeriod === null || !all.some((other) => other.nthOfPeriod === null && other.day === day)
