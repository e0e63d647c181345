import type { CalendarEvent, RecurrenceId } from '../event/index.js'

/** One occurrence, told by its series: `occurrenceOf(series, recurrenceId)` is the event as it is there. */
export interface OccurrenceView {
  readonly series: CalendarEvent
  readonly recurrenceId: RecurrenceId
}
