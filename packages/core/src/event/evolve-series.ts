import { DAY_MS, DAY_SECONDS } from '../time/index.js'
import type { CalendarEvent, Override, Participation } from './calendar-event.js'
import { clockMsOf, startMsOf } from './clock-of.js'
import type { DomainEvent } from './domain-event.js'
import type { EventTime } from './event-time.js'
import { type RecurrenceId, shiftedRecurrenceId } from './recurrence-id.js'
import { type Shift, shiftedTime } from './shifted-time.js'
import { overridesFrom, participationsFrom } from './stored-exceptions.js'

type Happened<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>

/** The series that a split made: as the one before, from where it was split on. */
export const splitOff = (happened: Happened<'SplitOff'>): CalendarEvent => {
  const { type: _, recurrenceId: _from, at, participants, overrides, ...fields } = happened
  return {
    ...fields,
    bodyRevision: 1,
    participants: participationsFrom(participants),
    overrides: overridesFrom(overrides),
    source: null,
    raw: null,
    revision: 1,
    resetRevision: 0,
    lastAskedBy: null,
    createdAt: at,
    updatedAt: at,
  }
}

/** The series at its new time. Its exceptions, and the answers to single occurrences, keep their distance. */
export const moved = (
  event: CalendarEvent,
  { time, recurrence, shiftSeconds, sequence }: Happened<'SeriesMoved'>,
): Partial<CalendarEvent> => ({
  time,
  recurrence,
  sequence,
  overrides: shiftedOverrides(event, time, shiftSeconds),
  participants: mapParticipations(event, (each) => ({
    ...each,
    occurrences: shiftedKeys(each.occurrences, shiftSeconds),
  })),
})

const shiftedOverrides = (
  { overrides, time: from }: CalendarEvent,
  to: EventTime,
  shiftSeconds: number,
): ReadonlyMap<RecurrenceId, Override> => {
  const shift = timeShift(from, to, shiftSeconds)
  return new Map(
    [...overrides].map(([id, override]) => [
      shiftedRecurrenceId(id, shiftSeconds),
      override.time === undefined
        ? override
        : { ...override, time: shiftedTime(override.time, shift) },
    ]),
  )
}

/** Where days become times or times days, a changed occurrence keeps its own time of day. */
const timeShift = (from: EventTime, to: EventTime, shiftSeconds: number): Shift => ({
  shiftSeconds:
    from.type === to.type
      ? shiftSeconds
      : (dayOf(clockMsOf(to)) - dayOf(clockMsOf(from))) * DAY_SECONDS,
  from: from.timeZone,
  to: to.timeZone,
})

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS)

const shiftedKeys = <A>(
  byId: ReadonlyMap<RecurrenceId, A>,
  shiftSeconds: number,
): ReadonlyMap<RecurrenceId, A> =>
  byId.size === 0 || shiftSeconds === 0
    ? byId
    : new Map([...byId].map(([id, each]) => [shiftedRecurrenceId(id, shiftSeconds), each]))

/** The series up to where it was cut. */
export const endedBefore = (
  event: CalendarEvent,
  { recurrenceId, recurrence, sequence }: Happened<'SeriesSplit' | 'SeriesTruncated'>,
): Partial<CalendarEvent> => ({
  ...withoutExceptions(event, isFrom(event, recurrenceId)),
  recurrence,
  sequence,
})

/** By when they start: what two readings call one instant lies on one side. */
const isFrom = ({ time }: CalendarEvent, first: RecurrenceId): ((id: RecurrenceId) => boolean) => {
  const cutMs = startMsOf(time, first)
  return (id) => startMsOf(time, id) >= cutMs
}

/** The series without the changes of, and the answers to, some of its occurrences. */
export const withoutExceptions = (
  event: CalendarEvent,
  isGone: (id: RecurrenceId) => boolean,
): Pick<CalendarEvent, 'overrides' | 'participants'> => ({
  overrides: withoutKeys(event.overrides, isGone),
  participants: mapParticipations(event, (each) => ({
    ...each,
    occurrences: withoutKeys(each.occurrences, isGone),
  })),
})

/** The series without those of its exceptions. */
export const exceptionsDropped = (
  event: CalendarEvent,
  { recurrenceIds }: Happened<'ExceptionsDropped'>,
): Partial<CalendarEvent> => {
  const gone = new Set(recurrenceIds)
  return withoutExceptions(event, (id) => gone.has(id))
}

const withoutKeys = <A>(
  byId: ReadonlyMap<RecurrenceId, A>,
  isGone: (id: RecurrenceId) => boolean,
): ReadonlyMap<RecurrenceId, A> =>
  [...byId.keys()].some(isGone) ? new Map([...byId].filter(([id]) => !isGone(id))) : byId

/** Participations without answers to single occurrences are left as they are. */
const mapParticipations = (
  { participants }: CalendarEvent,
  change: (participation: Participation) => Participation,
): CalendarEvent['participants'] =>
  new Map(
    [...participants].map(([userId, each]) => [
      userId,
      each.occurrences.size === 0 ? each : change(each),
    ]),
  )
