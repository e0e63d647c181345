import { type CivilDate, civilFromDays, daysFromCivil } from '@kalends/core'
import type { NthDay, RecurrenceRule, Weekday } from '@kalends/core/recurrence'

/** The days of the period that lies `number` periods after the one of the start. `end` is excluded. */
export const periodOfDays = (
  rule: RecurrenceRule,
  startDay: number,
  number: number,
): { readonly first: number; readonly end: number } => {
  const { year, month } = civilFromDays(startDay)
  const monthsOn = month - 1 + number
  switch (rule.frequency) {
    case 'YEARLY':
      return {
        first: daysFromCivil(year + number, 1, 1),
        end: daysFromCivil(year + number + 1, 1, 1),
      }
    case 'MONTHLY':
      return { first: firstOfMonth(year, monthsOn), end: firstOfMonth(year, monthsOn + 1) }
    case 'WEEKLY': {
      const first = weekStart(rule, startDay) + 7 * number
      return { first, end: first + 7 }
    }
    case 'DAILY':
    case 'HOURLY':
    case 'MINUTELY':
    case 'SECONDLY':
      return { first: startDay + number, end: startDay + number + 1 }
  }
}

const firstOfMonth = (year: number, monthFromZero: number): number =>
  daysFromCivil(year + Math.floor(monthFromZero / 12), (((monthFromZero % 12) + 12) % 12) + 1, 1)

/**
 * Whether every part of the rule that speaks of days allows a day.
 *
 * What the rule leaves open comes from the start: "information missing from the rule is derived from
 * DTSTART".
 */
export const isDayOf = (rule: RecurrenceRule, startDay: number): ((day: number) => boolean) => {
  const parts = completed(rule, startDay)
  return (day) => {
    const date = civilFromDays(day)
    return (
      (parts.byMonth.length === 0 || parts.byMonth.some(({ month }) => month === date.month)) &&
      isNumbered(parts.byMonthDay, date.day, monthEnd(date)) &&
      isNumbered(
        parts.byYearDay,
        dayOfYear(day, date),
        dayOfYear(day, date) + yearEnd(day, date),
      ) &&
      (parts.byWeekNo.length === 0 || isNumbered(parts.byWeekNo, ...weekOf(rule, day))) &&
      (parts.byDay.length === 0 || parts.byDay.some((each) => isNthDay(parts, each, day)))
    )
  }
}

type DayParts = Pick<
  RecurrenceRule,
  'frequency' | 'byMonth' | 'byMonthDay' | 'byYearDay' | 'byWeekNo' | 'byDay'
>

const completed = (rule: RecurrenceRule, startDay: number): DayParts => {
  const { month, day } = civilFromDays(startDay)
  const { byMonth, byMonthDay, byYearDay, byWeekNo, byDay } = rule
  const saysDay = byMonthDay.length + byYearDay.length + byDay.length > 0
  const weekday: NthDay = { day: weekdayOf(startDay), nthOfPeriod: null }
  if (saysDay) return rule
  switch (rule.frequency) {
    case 'YEARLY':
      if (byWeekNo.length > 0) return { ...rule, byDay: [weekday] }
      return {
        ...rule,
        byMonth: byMonth.length > 0 ? byMonth : [{ month, leap: false }],
        byMonthDay: [day],
      }
    case 'MONTHLY':
      return { ...rule, byMonthDay: [day] }
    case 'WEEKLY':
      return { ...rule, byDay: [weekday] }
    case 'DAILY':
    case 'HOURLY':
    case 'MINUTELY':
    case 'SECONDLY':
      return rule
  }
}

/** Counted from 1, or from -1 at the end. */
const isNumbered = (part: readonly number[], number: number, last: number): boolean =>
  part.length === 0 || part.includes(number) || part.includes(number - last - 1)

const monthEnd = ({ year, month }: CivilDate): number =>
  firstOfMonth(year, month) - firstOfMonth(year, month - 1)

const dayOfYear = (day: number, { year }: CivilDate): number => day - daysFromCivil(year, 1, 1) + 1

/** How many days of the year come after it. */
const yearEnd = (day: number, { year }: CivilDate): number => daysFromCivil(year, 12, 31) - day

/** The number of a day's week and of the last week, both in the year that has most of the week's days. */
const weekOf = (rule: RecurrenceRule, day: number): readonly [number: number, last: number] => {
  const monday = weekStart(rule, day)
  const { year } = civilFromDays(monday + 3)
  const firstWeek = weekStart(rule, daysFromCivil(year, 1, 4))
  const nextFirst = weekStart(rule, daysFromCivil(year + 1, 1, 4))
  return [(monday - firstWeek) / 7 + 1, (nextFirst - firstWeek) / 7]
}

const weekStart = ({ firstDayOfWeek }: RecurrenceRule, day: number): number =>
  day - ((WEEKDAYS.indexOf(weekdayOf(day)) - WEEKDAYS.indexOf(firstDayOfWeek) + 7) % 7)

/** The nth of its month, or of its year where a YEARLY rule names no months. */
const isNthDay = (parts: DayParts, { day: weekday, nthOfPeriod }: NthDay, day: number): boolean => {
  if (weekdayOf(day) !== weekday) return false
  if (nthOfPeriod === null) return true
  const date = civilFromDays(day)
  const inMonth = parts.frequency === 'MONTHLY' || parts.byMonth.length > 0
  const before = inMonth ? date.day - 1 : dayOfYear(day, date) - 1
  const after = inMonth ? monthEnd(date) - date.day : yearEnd(day, date)
  return nthOfPeriod > 0
    ? Math.floor(before / 7) + 1 === nthOfPeriod
    : -Math.floor(after / 7) - 1 === nthOfPeriod
}

const weekdayOf = (day: number): Weekday => WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'MO'

const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
