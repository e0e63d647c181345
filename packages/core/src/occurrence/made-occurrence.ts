import type { CalendarEvent, DomainEvent, RecurrenceId, State } from '../event/index.js'
import {
  evolve,
  initialState,
  occurrenceOf,
  printRecurrenceId,
  recurrenceIdAt,
  sameTime,
  shiftedRecurrenceId,
} from '../event/index.js'

/** Which domain events of a stream made an occurrence what it is, and what it was called when the stream began. */
export interface MadeOccurrence {
  readonly indexes: readonly number[]
  readonly idAtFirst: RecurrenceId
}

/**
 * Finds the domain events that made the occurrence `id` of a whole stream what it is: the first one, and each that
 * changed what the occurrence was then, when it takes place or who comes.
 *
 * Follows the occurrence through every move of its series. Pure.
 */
export const madeOccurrence = (
  stream: readonly DomainEvent[],
  id: RecurrenceId,
): MadeOccurrence => {
  const ids = idsBefore(stream, id)
  let state: State = initialState
  let view: CalendarEvent | null = null
  const indexes = stream.flatMap((happened, index) => {
    state = evolve(state, happened)
    const after = viewOf(state, ids[index + 1] ?? id)
    const counts = index === 0 || !sameView(view, after)
    view = after
    return counts ? [index] : []
  })
  return { indexes, idAtFirst: ids[0] ?? id }
}

/** What the occurrence was called before each domain event, and at last after the last one. */
const idsBefore = (stream: readonly DomainEvent[], last: RecurrenceId): readonly RecurrenceId[] =>
  stream
    .toReversed()
    .reduce<readonly RecurrenceId[]>(
      (ids, happened) => [
        happened.type === 'SeriesMoved'
          ? shiftedRecurrenceId(ids[0] ?? last, -happened.shiftSeconds)
          : (ids[0] ?? last),
        ...ids,
      ],
      [last],
    )

const viewOf = (state: State, id: RecurrenceId): CalendarEvent | null => {
  if (state.type === 'Absent' || state.event.recurrence === null) return null
  const { event } = state
  return recurrenceIdAt(event, printRecurrenceId(id, event.time)) === id
    ? occurrenceOf(event, id)
    : null
}

const sameView = (a: CalendarEvent | null, b: CalendarEvent | null): boolean => {
  if (a === null || b === null) return a === b
  return (
    SHOWN.every((field) => a[field] === b[field]) && sameTime(a.time, b.time) && sameAnswers(a, b)
  )
}

const SHOWN = [
  'title',
  'status',
  'location',
  'body',
  'language',
  'attachments',
  'visibility',
  'showParticipantList',
  'calendarId',
] as const satisfies readonly (keyof CalendarEvent)[]

const sameAnswers = (a: CalendarEvent, b: CalendarEvent): boolean =>
  a.participants.size === b.participants.size &&
  [...a.participants].every(([userId, { status, answer }]) => {
    const other = b.participants.get(userId)
    return other?.status === status && other.answer === answer
  })
