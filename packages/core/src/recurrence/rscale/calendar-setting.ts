import type { Compile } from '../compiled-rule.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RscaleCalendar } from './calendar-year.js'

/** What a rule is compiled for: its calendar, its start, and the engine for what the calendar leaves alone. */
export interface CalendarSetting {
  readonly calendar: RscaleCalendar
  readonly start: RecurrenceStart
  readonly gregorian: Compile
}
