import { DAY_SECONDS } from '../../time/units.js'
import type { Budget } from '../compiled-rule.js'
import { mod } from '../gregorian/calendar.js'
import { clockOf } from '../gregorian/clock.js'
import { ascending, positionsIn } from '../gregorian/set-positions.js'
import type { Direction } from '../local-source.js'
import type { RecurrenceRule } from '../rule.js'
import { secondsOfStart } from '../seconds-of-start.js'
import { daysOfMonth, daysOfYear, monthsOf, type StartDay } from './period-days.js'
import type { CalendarMonth, CalendarYear, InCalendar } from './calendar-year.js'

/** The years of a calendar in which a rule may yield something, numbered from 0, which holds its start. */
export interface YearsOfRule {
  readonly timesInADay: number
  readonly yearAt: (index: number, budget: Budget) => CalendarYear
  /** The local seconds the year yields, ascending; some may lie outside it. */
  readonly timesAt: (index: number, budget: Budget) => readonly number[]
  /** The first year, in a direction, that holds or follows a day. */
  readonly indexAt: (
    day: number,
    walk: { readonly direction: Direction; readonly budget: Budget },
  ) => number
}

/** The years of a yearly or monthly rule: every one, or with INTERVAL of a yearly rule every so many. */
export const yearsOfRule = (rule: RecurrenceRule, setting: InCalendar): YearsOfRule => {
  const { calendar, start } = setting
  const startDay = Math.floor(secondsOfStart(start) / DAY_SECONDS)
  const times = timesInADay(rule, setting)
  const step = rule.frequency === 'YEARLY' ? rule.interval : 1
  const firstYear = (budget: Budget) => calendar.yearOf(startDay, budget)
  const yearAt = (index: number, budget: Budget): CalendarYear =>
    index === 0 ? firstYear(budget) : calendar.yearAt(firstYear(budget).year + index * step, budget)
  const isDue = monthsDue(rule.interval, startDay, yearAt)
  const timesOf = (found: readonly number[], budget: Budget): readonly number[] => {
    const days = ascending(found)
    budget.periodsLeft -= days.length * times.length
    if (budget.periodsLeft < 0) return []
    const all = days.flatMap((day) => times.map((time) => day * DAY_SECONDS + time))
    if (rule.bySetPosition.length === 0) return all
    return positionsIn(all.length, rule.bySetPosition).map((at) => all[at] ?? 0)
  }
  return {
    timesInADay: times.length,
    yearAt,
    timesAt: (index, budget) => {
      const year = yearAt(index, budget)
      const following = () => calendar.yearAt(year.year + 1, budget).months[0]
      const of = { rule, start: startDayIn(firstYear(budget), startDay), year, following }
      if (rule.frequency === 'YEARLY') return timesOf(daysOfYear(of), budget)
      const months = monthsOf(of).filter(isDue(index, budget))
      return ascending(
        months.flatMap((month) => timesOf(daysOfMonth(rule, of.start, month), budget)),
      )
    },
    indexAt: (day, { direction, budget }) => {
      const first = firstYear(budget)
      const years = (day < first.firstDay ? first : calendar.yearOf(day, budget)).year - first.year
      return direction === 'forward' ? Math.ceil(years / step) : Math.floor(years / step)
    },
  }
}

const timesInADay = (rule: RecurrenceRule, { start }: InCalendar): readonly number[] => {
  const secondOfDay = mod(secondsOfStart(start), DAY_SECONDS)
  const kind = start.type === 'Date' ? 'Date' : 'Time'
  return clockOf({ ...rule, bySetPosition: [] }, secondOfDay, kind).times
}

const startDayIn = ({ months }: CalendarYear, day: number): StartDay => {
  const month = months.find(({ firstDay, length }) => day >= firstDay && day < firstDay + length)
  return { day, month: month ?? NO_MONTH, monthDay: day - (month?.firstDay ?? day) + 1 }
}

const NO_MONTH = { month: 0, leap: false }

/** Which months of a year INTERVAL meets, counted from the start's through those of all years between. */
const monthsDue = (interval: number, startDay: number, yearAt: YearsOfRule['yearAt']) => {
  const isNotBefore = ({ firstDay, length }: CalendarMonth) => startDay < firstDay + length
  const before = [0]
  return (index: number, budget: Budget): ((month: CalendarMonth) => boolean) => {
    if (interval === 1) return isNotBefore
    for (let year = before.length; year <= index; year += 1) {
      if (budget.periodsLeft < 0) return () => false
      before.push((before[year - 1] ?? 0) + yearAt(year - 1, budget).months.length)
    }
    const first = yearAt(0, budget).months.findIndex(isNotBefore)
    const days = yearAt(index, budget).months.map(({ firstDay }) => firstDay)
    return (month) =>
      isNotBefore(month) &&
      mod((before[index] ?? 0) + days.indexOf(month.firstDay) - first, interval) === 0
  }
}
