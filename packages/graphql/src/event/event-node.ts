import type {
  CalendarEvent,
  EventSummary,
  EventTime,
  Instant,
  Occurrence,
  OccurrenceView,
  ParticipationStatus,
  RecurrenceId,
  UserId,
} from '@kalends/core'
import { boundsIn, eventRow, occurrenceOf, printRecurrenceId, UTC, zoneOf } from '@kalends/core'

/** A calendar event, or an occurrence of one, as one viewer is shown it. */
export interface EventNode {
  /** Of the event; of an occurrence with the recurrence id behind it. */
  readonly id: string
  readonly uid: string
  readonly recurrenceId: RecurrenceId | null
  /** As wires write it. */
  readonly recurrenceText: string | null
  readonly start: Instant
  readonly end: Instant
  /** The viewer's own answer; null for who does not participate. */
  readonly myRsvp: ParticipationStatus | null
  readonly event: EventSummary
  /** The event with its participants, where it was read whole. */
  readonly whole: CalendarEvent | null
  /** The log position that it was read at; null for now. */
  readonly position: number | null
}

/** A row of a listing. */
export const nodeOfOccurrence = (
  { uid, recurrenceId, seriesTime, start, end, status, event }: Occurrence,
  position: number,
): EventNode => ({
  ...named(uid, recurrenceId, seriesTime ?? event.time),
  start,
  end,
  myRsvp: status,
  event,
  whole: null,
  position,
})

/** An event that was read whole. */
export const nodeOfEvent = (event: CalendarEvent, viewer: UserId): EventNode =>
  nodeOf({ event, viewer, names: named(event.uid, null, event.time) })

/** An occurrence that was read with its series. */
export const nodeOfView = ({ series, recurrenceId }: OccurrenceView, viewer: UserId): EventNode =>
  nodeOf({
    event: occurrenceOf(series, recurrenceId),
    viewer,
    names: named(series.uid, recurrenceId, series.time),
  })

type Names = Pick<EventNode, 'id' | 'uid' | 'recurrenceId' | 'recurrenceText'>

interface Whole {
  readonly event: CalendarEvent
  readonly viewer: UserId
  readonly names: Names
}

const nodeOf = ({ event, viewer, names }: Whole): EventNode => ({
  ...names,
  ...boundsIn(event.time, zoneOf(UTC)),
  myRsvp: event.participants.get(viewer)?.status ?? null,
  event: eventRow(event).summary,
  whole: event,
  position: null,
})

/** Recurrence ids are read by when the series takes place, wherever its occurrence was moved to. */
const named = (uid: string, recurrenceId: RecurrenceId | null, series: EventTime): Names => {
  if (recurrenceId === null) return { id: uid, uid, recurrenceId, recurrenceText: null }
  const recurrenceText = printRecurrenceId(recurrenceId, series)
  return { id: `${uid}_${recurrenceText}`, uid, recurrenceId, recurrenceText }
}
