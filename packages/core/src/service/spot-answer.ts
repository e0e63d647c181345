import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Command, Rejection, SpotRef, State } from '../event/index.js'
import { decide } from '../event/index.js'
import { spotUid } from '../policy/index.js'
import type { AnyStreamDecision, NewEvent } from '../ports/index.js'
import { trainingStream } from '../training/index.js'
import { type Folded, recorded } from './folded.js'
import type { Parts } from './parts.js'
import { spotBecoming } from './spot-becoming.js'
import type { Refusal } from './training-decisions.js'
import { watched } from './training-decisions.js'

type Answer = Extract<Command, { type: 'Answer' }>

/** An answer to the invitation that the calendar event of a spot is. */
export interface SpotAnswer {
  readonly ref: SpotRef
  readonly answer: Answer
}

/**
 * The decisions that an answer to a live-session spot comes to, to be run in this order in one append: who accepts takes a place,
 * and whoever answers anything else gives it back. So `Accepted` is always said of those who registered, and of nobody else.
 *
 * Refuses as `register` does. Who may not know of the spot learns `NotFound`.
 */
export const spotAnswerDecisions = (
  parts: Parts,
  { ref, answer }: SpotAnswer,
  folded: Folded,
): readonly AnyStreamDecision<Rejection>[] => {
  const { trainingId, ...spot } = ref
  const { at, actor, commandId } = answer
  const streamId = trainingStream(trainingId)
  const training = watched(parts, streamId, () =>
    E.right({ type: registration(answer, folded), at, ...spot, learnerId: actor }),
  )
  const event = spotBecoming(parts, { at, commandId }, { trainingId, spot, training })
  const on = { aggregate: 'event', streamId: spotUid(spot), expected: { type: 'Any' } } as const
  return [
    // Whatever is done to a spot locks its training first.
    { ...training.decision, decide: () => E.right([]) },
    { ...on, decide: (state: State) => answered(parts, answer, { state, folded }) },
    { ...training.decision, decide: refusing(training.decision.decide) },
    { ...on, decide: refusing(then(event.decision.decide, () => (folded.state = event.after()))) },
  ]
}

/** What holds once the answer is given: one that came late changes nothing. */
const registration = ({ actor, status }: Answer, { state }: Folded) => {
  const stands = state === null || state.type === 'Absent' ? undefined : state.event
  return (stands?.participants.get(actor)?.status ?? status) === 'Accepted'
    ? 'Register'
    : 'Unregister'
}

type Answered = E.Either<Rejection, readonly NewEvent<'event'>[]>

/** Who is not invited any more, and accepts, is told by the training why not. */
const answered = (
  parts: Parts,
  answer: Answer,
  { state, folded }: { readonly state: State; readonly folded: Folded },
): Answered => {
  const isInvited = state.type !== 'Absent' && state.event.participants.has(answer.actor)
  return pipe(
    !isInvited && answer.status === 'Accepted'
      ? E.right([])
      : decide(parts.resetPolicy, parts.limits)(answer, state),
    E.map((happened) => recorded(parts, folded, { state, happened })),
  )
}

type Decide<S, A> = (state: S) => E.Either<Refusal, A>

const then =
  <S, A>(decideOn: Decide<S, A>, next: () => void): Decide<S, A> =>
  (state) =>
    pipe(
      decideOn(state),
      E.map((happened) => {
        next()
        return happened
      }),
    )

const refusing =
  <S, A>(decideOn: Decide<S, A>) =>
  (state: S): E.Either<Rejection, A> =>
    pipe(
      decideOn(state),
      E.mapLeft((refusal): Rejection =>
        refusal.type === 'NotEligible' || refusal.type === 'Stale' ? { type: 'NotFound' } : refusal,
      ),
    )
