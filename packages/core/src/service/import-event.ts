import type {
  Body,
  CalendarId,
  EventTime,
  ImportSource,
  Recurrence,
  RecurrenceId,
} from '../event/index.js'
import type { Envelope } from './command.js'

/** What an imported event says that every event has; also of one occurrence that differs from its series. */
export interface ImportedFields {
  readonly title: string
  readonly status: 'Confirmed' | 'Tentative' | 'Cancelled'
  readonly time: EventTime
  readonly location: string | null
  readonly body: Body | null
}

/** An occurrence of an imported series that was changed or, by its status, cancelled. */
export interface ImportedOccurrence extends ImportedFields {
  readonly recurrenceId: RecurrenceId
  readonly source: ImportSource
}

/**
 * Takes over an event of an outside calendar into one of the actor's, which is its organizer here: a single, or a whole
 * series with all that differs in it.
 *
 * `key` names it within the calendar, for all time: the provider's id and iCalendar UID, or whatever of them is stable. The same
 * key again changes what was taken over before: not when it is older (`source.updatedAt`), and not when nothing differs.
 */
export interface ImportEvent extends Envelope, ImportedFields {
  readonly type: 'ImportEvent'
  readonly calendarId?: CalendarId
  readonly key: readonly string[]
  readonly recurrence: Recurrence | null
  readonly occurrences: readonly ImportedOccurrence[]
  readonly source: ImportSource
}
