import type { RecurrenceRule, Weekday } from '../../src/recurrence/rule.js'

/**
 * What a rule yields from `from` up to `to`, found the slow way: every period is looked at, every day and second
 * of it is asked whether it has what each BYxxx part says. COUNT and UNTIL are not looked at.
 */
export const naiveWalk = (
  rule: RecurrenceRule,
  start: number,
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] => {
  const sets = new Map<number, number[]>()
  const add = (period: number, seconds: readonly number[]): void => {
    const set = sets.get(period) ?? []
    set.push(...seconds)
    sets.set(period, set)
  }
  const firstDay = dayOf(from) - 366
  const lastDay = dayOf(to) + 366
  const complete = completed(rule, start)
  if (SUB_DAILY[rule.frequency] === undefined) {
    for (let day = firstDay; day <= lastDay; day += 1) {
      const period = periodOf(rule, day)
      if ((period - periodOf(rule, dayOf(start))) % rule.interval !== 0) continue
      if (!hasDay(complete, day)) continue
      const times = complete.byHour.flatMap((hour) =>
        complete.byMinute.flatMap((minute) =>
          complete.bySecond.map((second) => day * 86_400 + hour * 3600 + minute * 60 + second),
        ),
      )
      add(period, times)
    }
  } else {
    const unit = SUB_DAILY[rule.frequency] ?? 1
    for (let period = Math.floor(from / unit); period * unit < to; period += 1) {
      if ((period - Math.floor(start / unit)) % rule.interval !== 0) continue
      for (let second = period * unit; second < (period + 1) * unit; second += 1)
        if (hasDay(complete, dayOf(second)) && hasTime(complete, second)) add(period, [second])
    }
  }
  return [...sets.values()]
    .flatMap((set) => positioned(ordered(set), rule.bySetPosition))
    .filter((second) => second >= start && second >= from && second < to)
    .sort((a, b) => a - b)
}

const SUB_DAILY: Readonly<Record<string, number | undefined>> = {
  HOURLY: 3600,
  MINUTELY: 60,
  SECONDLY: 1,
}

const WEEKDAYS: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

const dayOf = (second: number): number => Math.floor(second / 86_400)

const dateOf = (day: number): Date => new Date(day * 86_400_000)

const weekdayOf = (day: number): Weekday => WEEKDAYS[dateOf(day).getUTCDay()] ?? 'SU'

const newYear = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000

const ordered = (numbers: readonly number[]): readonly number[] =>
  [...new Set(numbers)].sort((a, b) => a - b)

const positioned = (set: readonly number[], positions: readonly number[]): readonly number[] =>
  positions.length === 0
    ? set
    : set.filter(
        (_, index) => positions.includes(index + 1) || positions.includes(index - set.length),
      )

const periodOf = (rule: RecurrenceRule, day: number): number => {
  const date = dateOf(day)
  if (rule.frequency === 'YEARLY') return date.getUTCFullYear()
  if (rule.frequency === 'MONTHLY') return date.getUTCFullYear() * 12 + date.getUTCMonth()
  return rule.frequency === 'WEEKLY' ? (weekStart(rule, day) - weekStart(rule, 0)) / 7 : day
}

const weekStart = (rule: RecurrenceRule, day: number): number =>
  weekdayOf(day) === rule.firstDayOfWeek ? day : weekStart(rule, day - 1)

/** With what DTSTART implies. */
const completed = (rule: RecurrenceRule, start: number): RecurrenceRule => {
  const date = new Date(start * 1000)
  const { frequency, byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule
  const weekday = [{ day: weekdayOf(dayOf(start)), nthOfPeriod: null }]
  const noDay = byYearDay.length + byMonthDay.length + byDay.length === 0
  const noDayOrWeek = noDay && byWeekNo.length === 0
  const inMonth = noDayOrWeek && (frequency === 'YEARLY' || frequency === 'MONTHLY')
  const or = (list: readonly number[], implied: number, when: boolean): readonly number[] =>
    list.length > 0 || !when ? list : [implied]
  return {
    ...rule,
    byMonth:
      byMonth.length === 0 && noDayOrWeek && frequency === 'YEARLY'
        ? [{ month: date.getUTCMonth() + 1, leap: false }]
        : byMonth,
    byMonthDay: or(byMonthDay, date.getUTCDate(), inMonth),
    byDay: (noDay && frequency === 'WEEKLY') || (noDay && byWeekNo.length > 0) ? weekday : byDay,
    byHour: or(rule.byHour, date.getUTCHours(), SUB_DAILY[frequency] === undefined),
    byMinute: or(
      rule.byMinute,
      date.getUTCMinutes(),
      frequency !== 'MINUTELY' && frequency !== 'SECONDLY',
    ),
    bySecond: or(rule.bySecond, date.getUTCSeconds(), frequency !== 'SECONDLY'),
  }
}

const hasTime = (rule: RecurrenceRule, second: number): boolean => {
  const has = (list: readonly number[], value: number): boolean =>
    list.length === 0 || list.includes(value)
  const inDay = second - dayOf(second) * 86_400
  return (
    has(rule.byHour, Math.floor(inDay / 3600)) &&
    has(rule.byMinute, Math.floor(inDay / 60) % 60) &&
    has(rule.bySecond, inDay % 60)
  )
}

const hasDay = (rule: RecurrenceRule, day: number): boolean => {
  const date = dateOf(day)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  const monthDay = date.getUTCDate()
  const yearDay = day - newYear(year) + 1
  const monthLength = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const yearLength = newYear(year + 1) - newYear(year)
  const named = (list: readonly number[], position: number, length: number): boolean =>
    list.length === 0 || list.includes(position) || list.includes(position - length - 1)
  const isNth = (nth: number): boolean => {
    const inYear = rule.frequency === 'YEARLY' && rule.byMonth.length === 0
    const position = inYear ? yearDay : monthDay
    const fromEnd = (inYear ? yearLength : monthLength) - position + 1
    return nth === Math.ceil(position / 7) || nth === -Math.ceil(fromEnd / 7)
  }
  return (
    (rule.byMonth.length === 0 || rule.byMonth.some((by) => by.month === month + 1)) &&
    named(rule.byYearDay, yearDay, yearLength) &&
    named(rule.byMonthDay, monthDay, monthLength) &&
    (rule.byWeekNo.length === 0 || hasWeekNo(rule, day)) &&
    (rule.byDay.length === 0 ||
      rule.byDay.some(
        (by) => by.day === weekdayOf(day) && (by.nthOfPeriod === null || isNth(by.nthOfPeriod)),
      ))
  )
}

/** The year that has a week's fourth day has the week. */
const hasWeekNo = (rule: RecurrenceRule, day: number): boolean => {
  const fourth = weekStart(rule, day) + 3
  const year = dateOf(fourth).getUTCFullYear()
  const fourths = Array.from({ length: 366 }, (_, n) => newYear(year) + n).filter(
    (other) => other < newYear(year + 1) && weekdayOf(other) === weekdayOf(fourth),
  )
  const weekNo = fourths.indexOf(fourth) + 1
  return rule.byWeekNo.includes(weekNo) || rule.byWeekNo.includes(weekNo - fourths.length - 1)
}
