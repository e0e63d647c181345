import type { Body, EventStatus } from './calendar-event.js'
import type { EventTime } from './event-time.js'
import type { ImportSource } from './import-source.js'
import type { RecurrenceId } from './recurrence-id.js'

/** What an imported event says that every event has; also of one occurrence that differs from its series. */
export interface ImportedFields {
  readonly title: string
  readonly status: EventStatus
  readonly time: EventTime
  readonly location: string | null
  readonly body: Body | null
}

/** An occurrence of an imported series that was changed or, by its status, cancelled. */
export interface ImportedOccurrence extends ImportedFields {
  readonly recurrenceId: RecurrenceId
  readonly source: ImportSource
}
