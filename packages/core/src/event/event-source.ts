import type { Instant } from '../time/index.js'
import type { ImportSource, OutsideAttendee } from './import-source.js'
import type { RecurrenceId } from './recurrence-id.js'

/**
 * A guest of an imported event as the event keeps them, also once the provider has them no more.
 *
 * `statusChanged` says whether their answer ever changed since they were first taken over. May hold personal data.
 */
export interface KeptAttendee extends OutsideAttendee {
  readonly statusChanged: boolean
  /** When an import first came without them; null while they are guests. */
  readonly removedAt: Instant | null
}

/**
 * Where an imported event comes from, as lists show it: by the last import, with the guests that were removed since behind
 * those who are there. May hold personal data.
 */
export interface EventSource extends Omit<ImportSource, 'attendees' | 'raw'> {
  readonly attendees: readonly KeptAttendee[]
}

/** What the provider last sent, as JSON: of the event, and of the occurrences that differ. May hold personal data. */
export interface EventRaw {
  readonly event: unknown
  readonly occurrences: readonly {
    readonly recurrenceId: RecurrenceId
    readonly raw: unknown
  }[]
}
