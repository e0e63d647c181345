import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type {
  CalendarEvent,
  Command,
  DomainEvent,
  Patch,
  Rejection,
  State,
} from '../event/index.js'
import {
  decide,
  evolve,
  initialState,
  occurrenceTime,
  recurrenceIdAt,
  splitOff,
} from '../event/index.js'
import type { NewEvent, StreamDecision } from '../ports/index.js'
import { type Folded, recorded } from './folded.js'
import type { Parts } from './parts.js'

type SplitSeries = Extract<Command, { type: 'SplitSeries' }>

/** A split of the series `uid`, and the patch of what goes on. */
export interface Splitting {
  readonly uid: string
  readonly split: SplitSeries
  readonly patch: Patch
}

type Decided = E.Either<Rejection, readonly NewEvent<'event'>[]>

/**
 * The decisions that split a series, to be run in this order in one append: a look at the stream that shall go on, then
 * the series, then the stream again.
 *
 * A series that was split off this one under the same id by an earlier call is taken as the result. At its first
 * occurrence a series is patched as it is.
 */
export const splitDecisions = (
  parts: Parts,
  splitting: Splitting,
  folded: Folded,
): readonly StreamDecision<Rejection, 'event'>[] => {
  const { uid, split } = splitting
  let future: State = initialState
  let past: CalendarEvent | null = null
  const look = (state: State): Decided => {
    future = state
    return E.right([])
  }
  const end = (state: State): Decided => {
    past = null
    if (future.type !== 'Absent')
      return taken(parts, { splitting, folded, future: future.event }, state)
    return pipe(
      decide(parts.resetPolicy, parts.limits)(split, state),
      E.chain((happened) => {
        if (happened.length === 0) return patched(parts, splitting, state)
        past = state.type === 'Absent' ? null : state.event
        return E.right(happened)
      }),
      E.map((happened) => recorded(parts, folded, { state, happened })),
    )
  }
  const goOn = (state: State): Decided =>
    past === null
      ? E.right([])
      : pipe(
          begun(parts, splitting, past),
          E.map((happened) => recorded(parts, folded, { state, happened })),
        )
  return [on(split.followedBy, look), on(uid, end), on(split.followedBy, goOn)]
}

const on = (
  streamId: string,
  run: (state: State) => Decided,
): StreamDecision<Rejection, 'event'> => ({
  aggregate: 'event',
  streamId,
  expected: { type: 'Any' },
  decide: run,
})

interface Taken {
  readonly splitting: Splitting
  readonly folded: Folded
  readonly future: CalendarEvent
}

/** Whoever could split learns that the id is in use; the one who did so before, nothing new. */
const taken = (parts: Parts, { splitting, folded, future }: Taken, state: State): Decided => {
  const { split, uid } = splitting
  if (future.splitFrom === uid && future.organizer === split.actor) {
    folded.state = {
      type: future.status === 'Cancelled' ? 'Cancelled' : 'Scheduled',
      event: future,
    }
    return E.right([])
  }
  return pipe(
    decide(parts.resetPolicy, parts.limits)(split, state),
    E.chain(() =>
      E.left<Rejection>(
        future.organizer === split.actor
          ? { type: 'InvalidFields', problems: [{ path: ['newUid'], reason: 'Taken' }] }
          : { type: 'NotOrganizer' },
      ),
    ),
  )
}

const patched = (
  parts: Parts,
  { split, patch }: Splitting,
  state: State,
): E.Either<Rejection, readonly DomainEvent[]> => {
  const onto = state.type === 'Absent' ? null : slotOf(state.event, split)
  const command = onto === null ? patch : { ...patch, onto }
  return decide(parts.resetPolicy, parts.limits)(command, state)
}

const begun = (
  parts: Parts,
  splitting: Splitting,
  past: CalendarEvent,
): E.Either<Rejection, readonly DomainEvent[]> => {
  const { split, patch } = splitting
  const onto = slotOf(past, split)
  const command = { ...patch, ifRevision: null, ...(onto === null ? {} : { onto }) }
  const first = splitOff(split, past)
  if (E.isLeft(first)) return first
  return pipe(
    decide(parts.resetPolicy, parts.limits)(command, evolve(initialState, first.right)),
    E.map((rest) => [first.right, ...rest]),
  )
}

/** When the occurrence takes place at which the series is split: what the caller's time slot is merged onto. */
const slotOf = (event: CalendarEvent, { recurrenceId }: SplitSeries) => {
  const id = recurrenceIdAt(event, recurrenceId)
  return id === null ? null : occurrenceTime(event.time, id)
}
