import type { RecurrenceRule } from '../rule.js'
import { isDaily } from './explicit.js'
import { isWholeWeek } from './whole.js'

/**
 * Says BYSETPOS by another part where one can: the second of all Tuesdays is `2TU`, the last of all days is
 * BYMONTHDAY=-1, the first of one is that one.
 *
 * For rules that say everything (`explicit`).
 */
export const withoutPositions = (rule: RecurrenceRule): RecurrenceRule => {
  const { byDay, bySetPosition, frequency } = rule
  if (bySetPosition.length === 0 || !isOnceADay(rule)) return rule
  const chosen: RecurrenceRule = { ...rule, bySetPosition: [] }
  if (isOneAPeriod(rule)) return bySetPosition.some((n) => Math.abs(n) === 1) ? chosen : rule
  if (rule.byMonthDay.length + rule.byYearDay.length + rule.byWeekNo.length > 0) return rule
  const isOfMonth = frequency === 'MONTHLY' || (frequency === 'YEARLY' && rule.byMonth.length === 1)
  if (isWholeWeek(rule)) return ofWholeWeek(chosen, bySetPosition, isOfMonth ? 'Month' : 'Other')
  const [only, second] = byDay
  if (!isOfMonth || only?.nthOfPeriod !== null || second !== undefined) return rule
  return bySetPosition.every((n) => Math.abs(n) <= 5)
    ? { ...chosen, byDay: bySetPosition.map((n) => ({ day: only.day, nthOfPeriod: n })) }
    : rule
}

const ofWholeWeek = (
  rule: RecurrenceRule,
  positions: readonly number[],
  within: 'Month' | 'Other',
): RecurrenceRule => {
  if (within === 'Month' && positions.every((n) => Math.abs(n) <= 31))
    return { ...rule, byDay: [], byMonthDay: positions }
  if (rule.frequency === 'YEARLY' && rule.byMonth.length === 0)
    return { ...rule, byDay: [], byYearDay: positions }
  return { ...rule, bySetPosition: positions }
}

const isOnceADay = (rule: RecurrenceRule): boolean =>
  isDaily(rule) &&
  rule.byHour.length === 1 &&
  rule.byMinute.length === 1 &&
  rule.bySecond.length === 1

const isOneAPeriod = ({ frequency, byDay, byMonthDay }: RecurrenceRule): boolean => {
  const [only, second] = byDay
  const isOneDay = only !== undefined && second === undefined
  if (frequency === 'WEEKLY') return isOneDay
  if (frequency === 'MONTHLY')
    return byMonthDay.length === 1 || (isOneDay && only.nthOfPeriod !== null)
  return frequency === 'DAILY'
}
