import type { CalendarEvent, EventTime, ParticipationStatus, RecurrenceId } from '../event/index.js'
import type { Instant, Zone } from '../time/index.js'
import { DAY_MS, daysOfLocalDate, startOfDay } from '../time/index.js'

/**
 * What lists show of an event: everything but what only its page needs. An occurrence's summary says what differs there,
 * and has no `recurrence`.
 */
export type EventSummary = Omit<
  CalendarEvent,
  | 'body'
  | 'attachments'
  | 'participants'
  | 'overrides'
  | 'raw'
  | 'removed'
  | 'lastAskedBy'
  | 'resetRevision'
  | 'bodyRevision'
> & { readonly participantsCount: number }

/**
 * One instance of an event, as one viewer sees it.
 *
 * `start` and `end` are the instants it is compared and sorted by: its own for a timed one, midnights
 * in the viewer's zone for an all-day one. `recurrenceId` is null for a single event, and for a series that is
 * listed once.
 */
export interface Occurrence {
  readonly uid: string
  readonly recurrenceId: RecurrenceId | null
  /** When its series takes place: `recurrenceId` is read in that zone. Null where that is null. */
  readonly seriesTime: EventTime | null
  readonly start: Instant
  readonly end: Instant
  /** The viewer's own answer; null for who does not participate in a public event. */
  readonly status: ParticipationStatus | null
  readonly event: EventSummary
}

/** The instants between which an event takes place for a viewer in `zone`. */
export const boundsIn = (
  time: EventTime,
  zone: Zone,
): { readonly start: Instant; readonly end: Instant } =>
  time.type === 'Timed'
    ? time
    : { start: startOfDay(zone, time.start), end: startOfDay(zone, time.end) }

/**
 * The numbers that stores index a time by: instants for a timed event, the midnights of its dates
 * as if they were in UTC for an all-day one.
 */
export const indexedBounds = (time: EventTime): { readonly start: number; readonly end: number } =>
  time.type === 'Timed'
    ? time
    : { start: daysOfLocalDate(time.start) * DAY_MS, end: daysOfLocalDate(time.end) * DAY_MS }
