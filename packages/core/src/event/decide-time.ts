import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { SECOND_MS } from '../time/index.js'
import { alongside } from './alongside.js'
import type { CalendarEvent, Recurrence } from './calendar-event.js'
import { clockMsOf } from './clock-of.js'
import type { Patch } from './command.js'
import { type Change, invalidRecurrence, nextChange } from './decision.js'
import type { DomainEvent } from './domain-event.js'
import { droppedExceptions, exceptionsOf } from './dropped-exceptions.js'
import { type EventTime, sameTime } from './event-time.js'
import { evolve } from './evolve.js'
import type { EventLimits } from './limits.js'
import { readRecurrence } from './read-recurrence.js'
import type { Rejection } from './rejection.js'
import { sameRecurrence } from './same-recurrence.js'
import { shiftedRecurrence } from './shifted-recurrence.js'
import { mergeTime } from './time-slot.js'

type Happening = E.Either<Rejection, readonly DomainEvent[]>

/**
 * Decides what a patch does to when an event takes place: its time, how it repeats, or both.
 *
 * A series that moves takes its rule, dates and exceptions along, unless the patch says how it repeats. Exceptions
 * that are not in the new set are dropped by name.
 */
export const decideTime = (command: Patch, event: CalendarEvent, limits: EventLimits): Happening =>
  pipe(
    timeAfter(command, event),
    E.chain((time) => changesTo({ command, event, limits }, time)),
  )

interface Setting {
  readonly command: Patch
  readonly event: CalendarEvent
  readonly limits: EventLimits
}

const timeAfter = (
  { changes: { timeSlot, recurrence }, onto }: Patch,
  { time }: CalendarEvent,
): E.Either<Rejection, EventTime> => {
  const base = onto ?? time
  // What takes place once from now on does so where the slot is.
  if (recurrence === null) return timeSlot === undefined ? E.right(base) : mergeTime(base, timeSlot)
  if (timeSlot === undefined) return E.right(time)
  return pipe(
    mergeTime(base, timeSlot),
    E.map((merged) => alongside(time, base, merged)),
  )
}

const changesTo = ({ command, event, limits }: Setting, time: EventTime): Happening => {
  const { recurrence: named } = command.changes
  const change = nextChange(command, event, command.notice)
  if (named === undefined && sameTime(time, event.time)) return E.right([])
  const rescheduled = reschedulingTo(time, event, change)
  if (event.recurrence === null) {
    if (named === undefined || named === null) return E.right(rescheduled)
    return pipe(
      readRecurrence(time, named, limits),
      E.map((lines) => [...rescheduled, repeats(lines, event, change)]),
    )
  }
  if (named === null) {
    const dropped = exceptionsOf(event)
    return E.right([repeats(null, event, change), ...dropping(dropped, change), ...rescheduled])
  }
  return pipe(
    linesAfter({ event, time, named: named ?? null }),
    E.chain((lines) => readRecurrence(time, lines, limits)),
    E.map((lines) => seriesChanges({ event, time, lines, named: named ?? null }, change)),
  )
}

const reschedulingTo = (
  time: EventTime,
  event: CalendarEvent,
  change: Change,
): readonly DomainEvent[] =>
  sameTime(time, event.time)
    ? []
    : [{ type: 'Rescheduled', ...change, time, sequence: event.sequence + 1 }]

const repeats = (
  recurrence: Recurrence | null,
  { sequence }: CalendarEvent,
  change: Change,
): DomainEvent => ({ type: 'RecurrenceChanged', ...change, recurrence, sequence: sequence + 1 })

interface Retimed {
  readonly event: CalendarEvent
  readonly time: EventTime
  /** What the patch says of how the series repeats; null when it says nothing. */
  readonly named: Recurrence | null
}

const linesAfter = ({ event, time, named }: Retimed): E.Either<Rejection, Recurrence> =>
  named === null
    ? pipe(
        shiftedRecurrence({ from: event.time, to: time, recurrence: event.recurrence ?? [] }),
        E.mapLeft(invalidRecurrence),
      )
    : E.right(named)

const seriesChanges = (
  { event, time, named, lines }: Retimed & { readonly lines: Recurrence },
  change: Change,
): readonly DomainEvent[] => {
  const sequence = event.sequence + 1
  const before = event.recurrence ?? []
  const moves = !sameTime(time, event.time)
  const changes: DomainEvent[] = []
  if (moves) {
    const shiftSeconds = (clockMsOf(time) - clockMsOf(event.time)) / SECOND_MS
    changes.push({
      type: 'SeriesMoved',
      ...change,
      time,
      recurrence: lines,
      shiftSeconds,
      sequence,
    })
  }
  const isSame = named === null || (moves ? sameLines : sameRecurrence)(event.time, named, before)
  if (!isSame) changes.push(repeats(lines, event, change))
  return changes.length === 0 ? [] : [...changes, ...dropping(droppedBy(event, changes), change)]
}

const sameLines = (_time: EventTime, a: Recurrence, b: Recurrence): boolean =>
  a.length === b.length && a.every((line, index) => line === b[index])

const droppedBy = (event: CalendarEvent, changes: readonly DomainEvent[]) => {
  const after = changes.reduce(evolve, { type: 'Scheduled', event })
  return after.type === 'Absent' ? [] : droppedExceptions(after.event)
}

const dropping = (
  recurrenceIds: ReturnType<typeof droppedExceptions>,
  change: Change,
): readonly DomainEvent[] =>
  recurrenceIds.length === 0 ? [] : [{ type: 'ExceptionsDropped', ...change, recurrenceIds }]
