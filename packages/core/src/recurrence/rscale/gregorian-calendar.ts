import { civilFromDays, daysFromCivil, daysInMonth } from '../../time/civil.js'
import type { Budget } from '../compiled-rule.js'
import type { CalendarMonth, CalendarYear, RscaleCalendar } from './calendar-year.js'

const yearAt = (year: number, budget: Budget): CalendarYear => {
  budget.periodsLeft -= MONTHS.length
  const firstDay = daysFromCivil(year, 1, 1)
  const months: readonly CalendarMonth[] = MONTHS.map((month) => ({
    month,
    leap: false,
    firstDay: daysFromCivil(year, month, 1),
    length: daysInMonth(year, month),
  }))
  return { year, firstDay, length: daysFromCivil(year + 1, 1, 1) - firstDay, months }
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** The calendar of rules with SKIP and without RSCALE, or with one that only counts years otherwise. */
export const gregorianCalendar: RscaleCalendar = {
  yearAt,
  yearOf: (day, budget) => yearAt(civilFromDays(day).year, budget),
}
