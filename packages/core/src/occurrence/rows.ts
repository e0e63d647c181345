import type { CalendarEvent, Participation, State, UserId } from '../event/index.js'
import { sameTime } from '../event/index.js'
import { durationClass } from '../time/index.js'
import type { EventSummary } from './occurrence.js'
import { indexedBounds } from './occurrence.js'
import { seriesBounds } from './series-bounds.js'

/** An event without its participants: the part of its row that only its own page needs is `detail`. */
export interface EventRow {
  readonly uid: string
  readonly summary: EventSummary
  /** Empty for an event that takes place once. */
  readonly overrides: CalendarEvent['overrides']
  readonly detail: EventDetail
}

/** The part of an event's row that only its own page needs. */
export type EventDetail = Pick<
  CalendarEvent,
  'body' | 'attachments' | 'bodyRevision' | 'resetRevision' | 'lastAskedBy' | 'raw' | 'removed'
>

/** What lists show of a series: all that its occurrences are made of. */
export type SeriesSummary = EventSummary & Pick<CalendarEvent, 'overrides'>

/**
 * A participant's row: their answer, and where the event stands in their list.
 *
 * `listing` is `None` for a guest of a cancelled event, which leaves every list of theirs. `start` and
 * `end` are as `indexedBounds` gives them for an event that takes place once; for a series, as
 * `seriesBounds` does.
 */
export interface ParticipationRow {
  readonly uid: string
  readonly userId: UserId
  readonly participation: Participation
  readonly listing: 'Active' | 'Cancelled' | 'None'
  readonly time: 'Timed' | 'AllDay' | 'Series'
  readonly durationClass: number
  readonly start: number
  readonly end: number
}

/** The user id under which public events are listed. Nobody has it: ids are not empty. */
export const PUBLIC_AUDIENCE: UserId = ''

const publicly: Participation = {
  userId: PUBLIC_AUDIENCE,
  status: 'NeedsAction',
  answer: null,
  occurrences: new Map(),
}

/** How an event is in a user's list, or in that of public events; undefined when it is not. */
export const listedAs = (event: CalendarEvent, userId: UserId): Participation | undefined =>
  userId === PUBLIC_AUDIENCE
    ? event.visibility === 'Public'
      ? publicly
      : undefined
    : event.participants.get(userId)

/** What a change of state means for the rows: new versions of some, the end of others. */
export interface RowChanges {
  readonly event: EventRow | null
  /** Those of participants, and that of a public event under `PUBLIC_AUDIENCE`. */
  readonly participations: readonly ParticipationRow[]
  /** Users whose row ends without a new version. */
  readonly ended: readonly UserId[]
}

/**
 * The rows that differ between two states of one event.
 *
 * An answer, to a series or to one of its occurrences, changes one participation; a move or a cancellation
 * changes the event and every participation, unless a series stays within its bounds; any other change
 * changes the event alone.
 */
export const rowChanges = (before: State, after: State): RowChanges => {
  if (after.type === 'Absent') return { event: null, participations: [], ended: [] }
  const previous = before.type === 'Absent' ? null : before.event
  const { event } = after
  const replaced = previous === null || standsElsewhere(previous, event)
  const changed = [...audienceOf(event)].filter(
    (each) => replaced || listedAs(previous, each.userId) !== each,
  )
  const ended = (previous === null ? [] : [...audienceOf(previous)])
    .map(({ userId }) => userId)
    .filter((userId) => listedAs(event, userId) === undefined)
  return {
    event: previous !== null && sameRow(previous, event) ? null : eventRow(event),
    participations: changed.length === 0 ? [] : changed.map(rowAt(placeOf(event), event)),
    ended,
  }
}

function* audienceOf(event: CalendarEvent): Generator<Participation> {
  yield* event.participants.values()
  if (event.visibility === 'Public') yield publicly
}

/** The row of an event. */
export const eventRow = (event: CalendarEvent): EventRow => {
  const { body, attachments, participants, overrides, removed, ...others } = event
  const { bodyRevision, resetRevision, lastAskedBy, raw, ...rest } = others
  return {
    uid: event.uid,
    summary: { ...rest, participantsCount: participants.size },
    overrides,
    detail: {
      body,
      attachments,
      bodyRevision,
      resetRevision,
      lastAskedBy,
      raw,
      ...(removed === undefined ? {} : { removed }),
    },
  }
}

/** The row of one participant. */
export const participationRow = (
  event: CalendarEvent,
  participation: Participation,
): ParticipationRow => rowAt(placeOf(event), event)(participation)

/** Where an event stands in every list that it is in. */
type Place = Pick<ParticipationRow, 'time' | 'durationClass' | 'start' | 'end'>

const placeOf = (event: CalendarEvent): Place => {
  const { time, recurrence } = event
  const { start, end } = recurrence === null ? indexedBounds(time) : seriesBounds(event)
  return {
    time: recurrence === null ? time.type : 'Series',
    durationClass: durationClass(end - start),
    start,
    end,
  }
}

const rowAt =
  (place: Place, event: CalendarEvent) =>
  (participation: Participation): ParticipationRow => {
    const { userId } = participation
    return { uid: event.uid, userId, participation, listing: listingOf(event, userId), ...place }
  }

const listingOf = (event: CalendarEvent, userId: UserId): ParticipationRow['listing'] => {
  if (event.status !== 'Cancelled') return 'Active'
  return userId === event.organizer ? 'Cancelled' : 'None'
}

const standsElsewhere = (before: CalendarEvent, after: CalendarEvent): boolean =>
  (before.status === 'Cancelled') !== (after.status === 'Cancelled') ||
  (before.recurrence === null && after.recurrence === null
    ? !sameTime(before.time, after.time)
    : seriesStandsElsewhere(before, after))

// Finding the bounds of a series costs more than comparing what they follow from.
const seriesStandsElsewhere = (before: CalendarEvent, after: CalendarEvent): boolean => {
  if (before.time === after.time && sameRecurrence(before, after)) return false
  const [was, is] = [placeOf(before), placeOf(after)]
  return was.time !== is.time || was.start !== is.start || was.end !== is.end
}

const sameRecurrence = (before: CalendarEvent, after: CalendarEvent): boolean =>
  before.recurrence === after.recurrence && before.overrides === after.overrides

// What raises no revision may change these too.
const sameRow = (before: CalendarEvent, after: CalendarEvent): boolean =>
  before.revision === after.revision &&
  before.language === after.language &&
  before.lastAskedBy === after.lastAskedBy &&
  before.kind === after.kind &&
  sameRecurrence(before, after)
