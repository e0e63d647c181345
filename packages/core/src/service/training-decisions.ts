import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Rejection, State, Uid } from '../event/index.js'
import type { Asking, Wanted } from '../policy/index.js'
import { reconciled } from '../policy/index.js'
import type { StreamDecision } from '../ports/index.js'
import type { TrainingCommand, TrainingRejection, TrainingState } from '../training/index.js'
import { decideTraining, evolveTraining, initialTrainingState } from '../training/index.js'
import { type Folded, recorded } from './folded.js'
import type { Parts } from './parts.js'

/** What was read before the append is no longer so: it is read again. */
export interface Stale {
  readonly type: 'Stale'
}

/** Why the decisions about facts and registrations refuse. */
export type Refusal = Rejection | TrainingRejection | Stale

/** A decision on the stream of a training and its like, and what that is after it. */
export interface Watched {
  readonly decision: StreamDecision<Refusal, 'training'>
  /** To be asked by decisions that come later in the same append. */
  readonly after: () => TrainingState
}

/** What is asked of a stream, by what it is under its lock. */
type Ask = (state: TrainingState) => E.Either<Refusal, TrainingCommand>

/** Decides on a stream, so that later decisions of the append see the outcome. */
export const watched = ({ ids }: Parts, streamId: string, ask: Ask): Watched => {
  let after = initialTrainingState
  const run = (state: TrainingState) =>
    pipe(
      ask(state),
      E.chainW((command) => decideTraining(command, state)),
      E.map((happened) => {
        after = happened.reduce(evolveTraining, state)
        return happened.map((each) => ({ eventId: ids.uuid(), happened: each }))
      }),
    )
  return {
    decision: { aggregate: 'training', streamId, expected: { type: 'Any' }, decide: run },
    after: () => after,
  }
}

/** A decision on the stream of a calendar event, and what that is after it. */
export interface Becoming {
  readonly decision: StreamDecision<Refusal, 'event'>
  /** Null before it was decided. */
  readonly after: () => State | null
}

/** Makes a calendar event what is wanted once the decisions before it are made. */
export const becoming = (
  parts: Parts,
  asking: Asking,
  { uid, wanted }: { readonly uid: Uid; readonly wanted: () => Wanted | null },
): Becoming => {
  const folded: Folded = { state: null }
  const run = (state: State) => {
    const goal = wanted()
    return pipe(
      goal === null ? E.right([]) : reconciled(asking, goal, state),
      E.map((happened) => recorded(parts, folded, { state, happened })),
    )
  }
  return {
    decision: { aggregate: 'event', streamId: uid, expected: { type: 'Any' }, decide: run },
    after: () => folded.state,
  }
}
