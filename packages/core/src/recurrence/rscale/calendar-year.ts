import type { Budget } from '../compiled-rule.js'
import type { CalendarSetting } from '../compiler-for.js'

/** A month of a calendar, its days numbered from 1970-01-01. */
export interface CalendarMonth {
  readonly month: number
  readonly leap: boolean
  readonly firstDay: number
  readonly length: number
}

/** A year of a calendar. */
export interface CalendarYear {
  readonly year: number
  readonly firstDay: number
  readonly length: number
  readonly months: readonly CalendarMonth[]
}

/** A calendar that RSCALE may name. Asking for a year may cost part of a budget; it is never refused. */
export interface RscaleCalendar {
  /** The year, by the calendar's own count, that holds a day. */
  readonly yearOf: (day: number, budget: Budget) => CalendarYear
  readonly yearAt: (year: number, budget: Budget) => CalendarYear
}

/** What a rule of a calendar is compiled for. */
export interface InCalendar extends CalendarSetting {
  readonly calendar: RscaleCalendar
}
