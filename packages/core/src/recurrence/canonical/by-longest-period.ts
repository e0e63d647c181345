import type { Frequency, RecurrenceRule } from '../rule.js'
import { isDaily } from './explicit.js'
import { withoutWholeDays, withoutWholeTimes } from './whole.js'

/**
 * Whether hours are as long on the clock as they last: rules within a day and by days then agree, which in a
 * zone they do not on the days its clock is changed.
 */
export type Clock = 'Even' | 'Uneven'

/**
 * Says a rule of every single period by the longest period that can say it: each day of May that is the 15th
 * is a day of the year.
 *
 * For rules that say everything (`explicit`), with INTERVAL=1 and without BYSETPOS: what they yield are the days
 * and times that meet all lists, whatever FREQ.
 */
export const byLongestPeriod = (rule: RecurrenceRule, clock: Clock): RecurrenceRule => {
  const isByWeekNo = rule.byWeekNo.length > 0
  const days = isByWeekNo || isNthWithinYearDays(rule) ? rule : withoutWholeDays(rule)
  const frequency = dayFrequency(rule, days)
  const canBeWithinDay = !isByWeekNo && !hasNth(rule) && clock === 'Even'
  const whole = canBeWithinDay || !isDaily(rule) ? withoutWholeTimes(days) : days
  const within = withinDay(whole)
  const longest = clock === 'Even' || isDaily(rule) ? frequency : 'HOURLY'
  return { ...whole, frequency: within ?? longest }
}

const dayFrequency = (given: RecurrenceRule, days: RecurrenceRule): Frequency => {
  if (given.byWeekNo.length > 0 || given.byYearDay.length > 0) return 'YEARLY'
  // An ordinal counts in the month when the rule is of months.
  if (hasNth(given) && given.frequency === 'YEARLY' && given.byMonth.length === 0) return 'YEARLY'
  if (hasNth(given) || days.byMonthDay.length > 0)
    return days.byMonth.length > 0 ? 'YEARLY' : 'MONTHLY'
  return days.byDay.length > 0 ? 'WEEKLY' : 'DAILY'
}

/** An empty list of times is all of them. */
const withinDay = ({ byHour, byMinute, bySecond }: RecurrenceRule): Frequency | null => {
  if (bySecond.length === 0) return 'SECONDLY'
  if (byMinute.length === 0) return 'MINUTELY'
  return byHour.length === 0 ? 'HOURLY' : null
}

const hasNth = ({ byDay }: RecurrenceRule): boolean =>
  byDay.some(({ nthOfPeriod }) => nthOfPeriod !== null)

/** BYMONTH decides there what the ordinals count in, and FREQ cannot. */
const isNthWithinYearDays = (rule: RecurrenceRule): boolean =>
  hasNth(rule) && rule.byYearDay.length > 0
