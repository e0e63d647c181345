import type { CalendarEvent, Participation, State, UserId } from '../event/index.js'
import { sameTime } from '../event/index.js'
import { durationClass } from '../time/index.js'
import type { EventSummary } from './occurrence.js'
import { indexedBounds } from './occurrence.js'

/** An event without its participants: the part of its row that only its own page needs is `detail`. */
export interface EventRow {
  readonly uid: string
  readonly summary: EventSummary
  readonly detail: EventDetail
}

/** The part of an event's row that only its own page needs. */
export type EventDetail = Pick<
  CalendarEvent,
  'body' | 'attachments' | 'bodyRevision' | 'resetRevision' | 'lastAskedBy'
>

/**
 * A participant's row: their answer, and where the event stands in their list.
 *
 * `listing` is `None` for a guest of a cancelled event, which leaves every list of theirs. `start` and
 * `end` are as `indexedBounds` gives them.
 */
export interface ParticipationRow {
  readonly uid: string
  readonly userId: UserId
  readonly participation: Participation
  readonly listing: 'Active' | 'Cancelled' | 'None'
  readonly time: 'Timed' | 'AllDay'
  readonly durationClass: number
  readonly start: number
  readonly end: number
}

/** What a change of state means for the rows: new versions of some, the end of others. */
export interface RowChanges {
  readonly event: EventRow | null
  readonly participations: readonly ParticipationRow[]
  /** Users whose row ends without a new version. */
  readonly ended: readonly UserId[]
}

/**
 * The rows that differ between two states of one event.
 *
 * An answer changes one participation; a move or a cancellation changes the event and every
 * participation; any other change changes the event alone.
 */
export const rowChanges = (before: State, after: State): RowChanges => {
  if (after.type === 'Absent') return { event: null, participations: [], ended: [] }
  const previous = before.type === 'Absent' ? null : before.event
  const { event } = after
  const replaced = previous === null || standsElsewhere(previous, event)
  const changed = [...event.participants.values()].filter(
    (each) => replaced || previous.participants.get(each.userId) !== each,
  )
  const ended = [...(previous?.participants.keys() ?? [])].filter(
    (userId) => !event.participants.has(userId),
  )
  return {
    event: previous !== null && sameRow(previous, event) ? null : eventRow(event),
    participations: changed.map((each) => participationRow(event, each)),
    ended,
  }
}

/** The row of an event. */
export const eventRow = (event: CalendarEvent): EventRow => {
  const { body, attachments, bodyRevision, resetRevision, lastAskedBy, participants, ...rest } =
    event
  return {
    uid: event.uid,
    summary: { ...rest, participantsCount: participants.size },
    detail: { body, attachments, bodyRevision, resetRevision, lastAskedBy },
  }
}

/** The row of one participant. */
export const participationRow = (
  event: CalendarEvent,
  participation: Participation,
): ParticipationRow => {
  const { start, end } = indexedBounds(event.time)
  const { uid, time } = event
  const { userId } = participation
  const listing = listingOf(event, userId)
  return {
    uid,
    userId,
    participation,
    listing,
    time: time.type,
    durationClass: durationClass(end - start),
    start,
    end,
  }
}

const listingOf = (event: CalendarEvent, userId: UserId): ParticipationRow['listing'] => {
  if (event.status !== 'Cancelled') return 'Active'
  return userId === event.organizer ? 'Cancelled' : 'None'
}

const standsElsewhere = (before: CalendarEvent, after: CalendarEvent): boolean =>
  !sameTime(before.time, after.time) ||
  (before.status === 'Cancelled') !== (after.status === 'Cancelled')

const sameRow = (before: CalendarEvent, after: CalendarEvent): boolean =>
  before.revision === after.revision &&
  before.language === after.language &&
  before.lastAskedBy === after.lastAskedBy
