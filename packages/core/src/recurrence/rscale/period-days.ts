import { mod, weekdayOf } from '../gregorian/calendar.js'
import { firstWeek } from '../gregorian/week-numbers.js'
import type { Month, NthDay, RecurrenceRule } from '../rule.js'
import { WEEKDAYS } from '../weekdays.js'
import type { CalendarMonth, CalendarYear } from './calendar-year.js'
import { type Days, monthNamed, nthDay } from './skip.js'

/** What a start says of the days of a rule: its day, and where that lies in the rule's calendar. */
export interface StartDay {
  readonly day: number
  readonly month: Month
  readonly monthDay: number
}

/** A rule, its start, and a year of its calendar with the first month of the next. */
export interface YearOfRule {
  readonly rule: RecurrenceRule
  readonly start: StartDay
  readonly year: CalendarYear
  readonly following: () => CalendarMonth | undefined
}

/**
 * The days of a yearly rule in one year of its calendar, by the steps of RFC 7529: months, SKIP for those, weeks,
 * days of the year and month, SKIP for these, then BYDAY. In any order, and some more than once.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7529#section-4.1
 */
export const daysOfYear = (of: YearOfRule): readonly number[] => {
  const { rule, start, year } = of
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay, skip } = rule
  const months = monthsOf(of)
  if (byYearDay.length > 0) {
    const days = byYearDay.flatMap((n) => nthDay(year, n, skip))
    const inMonths = byMonth.length > 0 ? days.filter(within(months)) : days
    return inMonths.filter(onMonthDayOf(rule, months)).filter(onWeekdayOf(rule))
  }
  if (byWeekNo.length > 0) return daysOfWeeks(of, months)
  const countsInYear = byMonth.length === 0 && byMonthDay.length === 0 && byDay.length > 0
  return countsInYear
    ? nthWeekdays(byDay, year)
    : months.flatMap((month) => daysOfMonth(rule, start, month))
}

/** The days of a rule in one month of its calendar, in any order, and some more than once. */
export const daysOfMonth = (
  rule: RecurrenceRule,
  start: StartDay,
  month: CalendarMonth,
): readonly number[] => {
  const { byMonthDay, byDay, skip } = rule
  if (byMonthDay.length === 0 && byDay.length > 0) return nthWeekdays(byDay, month)
  const numbers = byMonthDay.length > 0 ? byMonthDay : [start.monthDay]
  const days = numbers.flatMap((n) => nthDay(month, n, skip))
  if (byDay.length === 0) return days
  const weekdays = new Set(nthWeekdays(byDay, month))
  return days.filter(
    (day) => weekdays.has(day) || (isOutside(month, day) && onWeekdayOf(rule)(day)),
  )
}

/** The months of the year that BYMONTH, or the start, names. */
export const monthsOf = ({
  rule,
  start,
  year,
  following,
}: YearOfRule): readonly CalendarMonth[] => {
  const isStarts = rule.frequency === 'YEARLY' && !LIMITS_DAYS.some((part) => rule[part].length > 0)
  const named = rule.byMonth.length > 0 ? rule.byMonth : isStarts ? [start.month] : null
  if (named === null) return year.months
  const { skip } = rule
  const found = named.map((month) => monthNamed(year, month, { skip, following }))
  return [...new Set(found)].filter((month) => month !== undefined)
}

const LIMITS_DAYS = ['byWeekNo', 'byYearDay', 'byMonthDay', 'byDay'] as const

const nthWeekdays = (byDay: readonly NthDay[], { firstDay, length }: Days): readonly number[] =>
  byDay.flatMap(({ day, nthOfPeriod }) => {
    const first = firstDay + mod(WEEKDAYS.indexOf(day) - weekdayOf(firstDay), 7)
    const all = Array.from(
      { length: Math.ceil((firstDay + length - first) / 7) },
      (_, week) => first + 7 * week,
    )
    return nthOfPeriod === null ? all : all.slice(...sliceOf(nthOfPeriod))
  })

const sliceOf = (nth: number): [number, number | undefined] =>
  nth > 0 ? [nth - 1, nth] : [nth, nth === -1 ? undefined : nth + 1]

/** The days of the weeks BYWEEKNO names; a week the year does not have becomes, by SKIP, a day beside the year. */
const daysOfWeeks = (
  { rule, start, year }: YearOfRule,
  months: readonly CalendarMonth[],
): readonly number[] => {
  const weekStart = WEEKDAYS.indexOf(rule.firstDayOfWeek)
  const first = firstWeekOf(year.firstDay, weekStart)
  const weeks = (firstWeekOf(year.firstDay + year.length, weekStart) - first) / 7
  const onDay =
    rule.byDay.length > 0 ? onWeekdayOf(rule) : (day: number) => mod(day - start.day, 7) === 0
  const isInMonths = rule.byMonth.length > 0 ? within(months) : () => true
  return rule.byWeekNo.flatMap((weekNo) => {
    const week = weekNo > 0 ? weekNo - 1 : weeks + weekNo
    if (week < 0 || week >= weeks) {
      return nthDay(year, weekNo > 0 ? year.length + 1 : -year.length - 1, rule.skip)
    }
    const days = WEEKDAYS.map((_, day) => first + 7 * week + day)
    return days.filter(onDay).filter(isInMonths)
  })
}

const firstWeekOf = (newYear: number, weekStart: number): number =>
  newYear + firstWeek(weekdayOf(newYear), weekStart)

const within =
  (months: readonly CalendarMonth[]) =>
  (day: number): boolean =>
    months.some((month) => !isOutside(month, day))

const isOutside = ({ firstDay, length }: Days, day: number): boolean =>
  day < firstDay || day >= firstDay + length

const onMonthDayOf =
  ({ byMonthDay }: RecurrenceRule, months: readonly CalendarMonth[]) =>
  (day: number): boolean =>
    byMonthDay.length === 0 ||
    months.some((month) => byMonthDay.some((n) => nthDay(month, n, 'OMIT')[0] === day))

const onWeekdayOf =
  ({ byDay }: RecurrenceRule) =>
  (day: number): boolean =>
    byDay.length === 0 || byDay.some((by) => WEEKDAYS.indexOf(by.day) === weekdayOf(day))
