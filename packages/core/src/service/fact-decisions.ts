import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../event/index.js'
import type { Asking } from '../policy/index.js'
import { sessionUid, sessionWanted } from '../policy/index.js'
import type { AnyStreamDecision, StoreFailure } from '../ports/index.js'
import type { Fact, TrainingCommand, TrainingState } from '../training/index.js'
import { bucketStream, sessionStream, trainingStream } from '../training/index.js'
import { instantOf, offeredSpots } from './fact-times.js'
import type { Parts } from './parts.js'
import { spotBecoming } from './spot-becoming.js'
import type { Refusal } from './training-decisions.js'
import { becoming, watched } from './training-decisions.js'

type Decisions = readonly AnyStreamDecision<Refusal>[]
type Of<T extends Fact['type']> = Extract<Fact, { type: T }>

/** A fact of a tenant's that is fit to be ingested. */
export interface Told<F extends Fact = Fact> {
  readonly tenantId: TenantId
  readonly fact: F
  readonly asking: Asking
}

/**
 * What a fact does, in one append and in this order: to the stream that it is about, to that of the training, to the
 * calendar events that follow from them.
 *
 * Which events those are may hang on what is read here first; where that is another under the lock, the decision is `Stale`.
 */
export const factDecisions = (
  parts: Parts,
  { fact, ...told }: Told,
): TE.TaskEither<StoreFailure, Decisions> => {
  switch (fact.type) {
    case 'LiveSessionScheduled':
    case 'LiveSessionCancelled':
      return TE.right(ofSession(parts, { ...told, fact }))
    case 'BucketPublished':
      return TE.right(ofPublication(parts, { ...told, fact }))
    case 'SpotWithdrawn':
      return ofWithdrawal(parts, { ...told, fact })
    case 'TrainingStarted':
      return ofStart(parts, { ...told, fact })
  }
}

const ofSession = (
  parts: Parts,
  { fact, asking }: Told<Of<'LiveSessionScheduled' | 'LiveSessionCancelled'>>,
): Decisions => {
  const { liveSessionId } = fact
  const session = watched(parts, sessionStream(liveSessionId), () =>
    E.right(sessionCommand(fact, asking)),
  )
  const wanted = () => sessionWanted(session.after())
  const event = becoming(parts, asking, { uid: sessionUid(liveSessionId), wanted })
  return [session.decision, event.decision]
}

const sessionCommand = (
  fact: Of<'LiveSessionScheduled' | 'LiveSessionCancelled'>,
  { at }: Asking,
): TrainingCommand => {
  if (fact.type === 'LiveSessionCancelled') return { type: 'CancelSession', at, factId: fact.id }
  const { id: factId, liveSessionId, title, trainingId = null } = fact
  const learners = [...new Set(fact.learners)]
  const times = { start: instantOf(fact.start), end: instantOf(fact.end) }
  const session = { liveSessionId, title, ...times, learners }
  return { type: 'ScheduleSession', at, factId, session, trainingId }
}

const ofPublication = (parts: Parts, { fact, asking }: Told<Of<'BucketPublished'>>): Decisions => {
  const { id: factId, bucketId, trainingId } = fact
  const told = { at: asking.at, factId }
  const spots = offeredSpots(fact)
  const bucket = watched(parts, bucketStream(bucketId), () =>
    E.right({ type: 'AssignBucket', ...told, trainingId }),
  )
  const training = watched(parts, trainingStream(trainingId), () => {
    const after = bucket.after()
    const struck = after.type === 'Bucket' ? after.struck : new Set<string>()
    return E.right({ type: 'OfferSpots', ...told, spots, struck })
  })
  return [
    bucket.decision,
    training.decision,
    ...spots.map((spot) => spotBecoming(parts, asking, { trainingId, spot, training }).decision),
  ]
}

const trainingOf = (state: TrainingState): string | null =>
  state.type === 'Bucket' ? state.trainingId : null

const ofWithdrawal = (
  parts: Parts,
  { tenantId, fact, asking }: Told<Of<'SpotWithdrawn'>>,
): TE.TaskEither<StoreFailure, Decisions> => {
  const { id: factId, bucketId, spotId } = fact
  const told = { at: asking.at, factId }
  return pipe(
    parts.store.load(tenantId, 'training', bucketStream(bucketId)),
    TE.map(({ state }) => {
      const trainingId = trainingOf(state)
      const bucket = watched(parts, bucketStream(bucketId), (now) =>
        trainingOf(now) === trainingId
          ? E.right({ type: 'StrikeSpot', ...told, spotId })
          : E.left({ type: 'Stale' }),
      )
      if (trainingId === null) return [bucket.decision]
      const spot = { bucketId, spotId }
      const training = watched(parts, trainingStream(trainingId), () =>
        E.right({ type: 'WithdrawSpot', ...told, ...spot }),
      )
      const event = spotBecoming(parts, asking, { trainingId, spot, training })
      return [bucket.decision, training.decision, event.decision]
    }),
  )
}

/** Spots are added to a training and never removed. */
const spotsIn = (state: TrainingState) =>
  state.type === 'Training' ? [...state.spots.values()] : []

const ofStart = (
  parts: Parts,
  { tenantId, fact, asking }: Told<Of<'TrainingStarted'>>,
): TE.TaskEither<StoreFailure, Decisions> => {
  const { id: factId, trainingId, learnerId } = fact
  return pipe(
    parts.store.load(tenantId, 'training', trainingStream(trainingId)),
    TE.map(({ state }) => {
      const spots = spotsIn(state)
      const training = watched(parts, trainingStream(trainingId), (now) =>
        spotsIn(now).length === spots.length
          ? E.right({ type: 'StartTraining', at: asking.at, factId, learnerId })
          : E.left({ type: 'Stale' }),
      )
      return [
        training.decision,
        ...spots
          .filter(({ withdrawn }) => withdrawn === 'Offered')
          .map((spot) => spotBecoming(parts, asking, { trainingId, spot, training }).decision),
      ]
    }),
  )
}
