import type { CalendarEvent, RecurrenceId } from '../event/index.js'
import type { Instant } from '../time/index.js'

/**
 * A row: a single event, a series, or one occurrence of a series.
 *
 * `event` is as it is at that occurrence. `start` and `end` are those of the row: of a series, its first
 * occurrence in the window. `series` is null for a single event; `lastStart` is when its last occurrence starts, null where it
 * has none.
 */
export interface NumberedRow {
  readonly event: CalendarEvent
  readonly recurrenceId: RecurrenceId | null
  readonly series: CalendarEvent | null
  readonly start: Instant
  readonly end: Instant
  readonly lastStart: Instant | null
}
