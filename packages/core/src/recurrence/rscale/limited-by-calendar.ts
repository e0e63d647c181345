import { DAY_SECONDS } from '../../time/units.js'
import type { Budget, CompiledRule } from '../compiled-rule.js'
import { refilled } from '../refilled.js'
import type { RecurrenceRule } from '../rule.js'
import type { InCalendar } from './calendar-year.js'
import { nthDay } from './skip.js'

/**
 * A rule that repeats weekly or more often: BYMONTH, BYMONTHDAY and BYYEARDAY limit its days by the calendar, the
 * rest knows no calendar.
 */
export const limitedByCalendar = (
  rule: RecurrenceRule,
  { calendar, gregorian }: InCalendar,
): CompiledRule => {
  const all = gregorian({
    ...rule,
    byMonth: [],
    byMonthDay: [],
    byYearDay: [],
    rscale: null,
    skip: 'OMIT',
  })
  const keeps = (day: number, budget: Budget): boolean => {
    const year = calendar.yearOf(day, budget)
    const month = year.months.find(
      ({ firstDay, length }) => day >= firstDay && day < firstDay + length,
    )
    if (month === undefined) return false
    const isMonth = rule.byMonth.some((by) => by.month === month.month && by.leap === month.leap)
    const isMonthDay = rule.byMonthDay.some((n) => nthDay(month, n, 'OMIT')[0] === day)
    const isYearDay = rule.byYearDay.some((n) => nthDay(year, n, 'OMIT')[0] === day)
    return (
      (isMonth || rule.byMonth.length === 0) &&
      (isMonthDay || rule.byMonthDay.length === 0) &&
      (isYearDay || rule.byYearDay.length === 0)
    )
  }
  const source = refilled(all, (chunk, _, budget) => {
    let count = 0
    for (let i = 0; i < chunk.count && budget.periodsLeft >= 0; i += 1) {
      const localSeconds = chunk.seconds[i] ?? 0
      if (!keeps(Math.floor(localSeconds / DAY_SECONDS), budget)) continue
      chunk.seconds[count] = localSeconds
      count += 1
    }
    chunk.count = count
  })
  return {
    ...source,
    isEndless: all.isEndless,
    mostInADay: all.mostInADay,
  }
}
