import assert from 'node:assert/strict'
import type {
  CalendarEvent,
  Command,
  Decision,
  DomainEvent,
  RecurrenceId,
  Rejection,
  State,
} from '@kalends/core'
import { initialState, localMsOf, zoneOf } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'

type SplitSeries = Extract<Command, { type: 'SplitSeries' }>

/** How what happens to series is decided and folded, under the policy that resets when asked. */
export interface SeriesDecider {
  readonly decide: (command: Command, state: State) => Decision
  readonly evolve: (state: State, happened: DomainEvent) => State
  /** How the series begins that goes on from a split. */
  readonly splitOff: (
    command: SplitSeries,
    event: CalendarEvent,
  ) => E.Either<Rejection, DomainEvent>
}

/** What Ann's commands carry. */
export const byAnn = { actor: 'ann', at: 0, commandId: 'by-ann', ifRevision: null } as const

/** A series after a command that must be taken. */
export const seriesAfter = (
  { decide, evolve }: SeriesDecider,
  event: CalendarEvent,
  command: Command,
): CalendarEvent => {
  const state: State = { type: 'Scheduled', event }
  return eventIn(taken(decide(command, state)).reduce(evolve, state))
}

/** Both sides of a series that is split at an occurrence; null at its first one. */
export const sidesOf = (
  decider: SeriesDecider,
  event: CalendarEvent,
  recurrenceId: string,
): readonly [CalendarEvent, CalendarEvent] | null => {
  const split = {
    type: 'SplitSeries',
    ...byAnn,
    recurrenceId,
    followedBy: 'later',
    notice: 'Default',
  } as const
  const past = seriesAfter(decider, event, split)
  if (past.recurrence === event.recurrence) return null
  const begun = decider.splitOff(split, event)
  assert.ok(E.isRight(begun), `refused: ${JSON.stringify(begun)}`)
  return [past, eventIn(decider.evolve(initialState, begun.right))]
}

const taken = (decision: Decision): readonly DomainEvent[] => {
  assert.ok(E.isRight(decision), `refused: ${JSON.stringify(decision)}`)
  return decision.right
}

const eventIn = (state: State): CalendarEvent => {
  assert.ok(state.type !== 'Absent')
  return state.event
}

/** When an occurrence would start unchanged: an instant, or a midnight as if in UTC. */
export const slotStartOf = ({ time }: CalendarEvent, id: RecurrenceId): number =>
  time.type === 'AllDay' ? localMsOf(id) : zoneOf(time.timeZone).instantOf(localMsOf(id))
