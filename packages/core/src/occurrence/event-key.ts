import type { CalendarEvent, CalendarId, State, Uid } from '../event/index.js'
import type { Instant } from '../time/index.js'
import { indexedBounds } from './occurrence.js'
import { seriesBounds } from './series-bounds.js'

/**
 * What an event is sorted and filtered by where the events of a whole tenant are listed.
 *
 * `start` and `end` are instants, midnights in UTC for an all-day event; those of a series are its `seriesBounds`.
 */
export interface EventKey {
  readonly uid: Uid
  readonly calendarId: CalendarId
  readonly takesPlace: 'Once' | 'Repeatedly'
  readonly createdAt: Instant
  readonly start: Instant
  readonly end: Instant
}

/** The key of an event. */
export const eventKey = (event: CalendarEvent): EventKey => {
  const { uid, calendarId, createdAt, time, recurrence } = event
  const takesPlace = recurrence === null ? 'Once' : 'Repeatedly'
  const { start, end } = recurrence === null ? indexedBounds(time) : seriesBounds(event)
  return { uid, calendarId, createdAt, takesPlace, start, end }
}

/**
 * Whether a change of state is an update of the event to those who list a whole tenant: a change by its organizer, or by where
 * it was imported from. Answers and what is found out about an event are none.
 */
export const isUpdate = (before: State, after: State): boolean =>
  after.type !== 'Absent' &&
  (before.type === 'Absent' || before.event.revision !== after.event.revision)
