import * as t from 'io-ts'
import { InstantFromStamp } from '../time/index.js'
import { nullable } from '../event/nullable.js'

const at = InstantFromStamp
const fact = { at, factId: t.string }
const times = { title: t.string, start: InstantFromStamp, end: InstantFromStamp }
const ofSpot = { bucketId: t.string, spotId: t.string }

/**
 * What can happen to a training, a bucket or a live session, as the log stores it: cases are added, a stored one never
 * changes.
 */
export const DomainEventCodec = t.union([
  t.type({
    type: t.literal('LiveSessionScheduled'),
    ...fact,
    liveSessionId: t.string,
    ...times,
    learners: t.readonlyArray(t.string),
    trainingId: nullable(t.string),
  }),
  t.type({ type: t.literal('LiveSessionCancelled'), ...fact }),
  /** In the bucket's stream. */
  t.type({ type: t.literal('BucketAssigned'), ...fact, trainingId: t.string }),
  /** In the bucket's stream. */
  t.type({ type: t.literal('SpotStruck'), ...fact, spotId: t.string }),
  /** In the training's stream, one for each spot of a bucket. */
  t.type({ type: t.literal('SpotOffered'), ...fact, ...ofSpot, ...times, capacity: t.number }),
  /** In the training's stream. */
  t.type({ type: t.literal('SpotWithdrawn'), ...fact, ...ofSpot }),
  t.type({ type: t.literal('TrainingStarted'), ...fact, learnerId: t.string }),
  t.type({ type: t.literal('Registered'), at, ...ofSpot, learnerId: t.string }),
  t.type({ type: t.literal('Unregistered'), at, ...ofSpot, learnerId: t.string }),
])

/** A fact about a training, a bucket or a live session, past tense, told apart by `type`. */
export type DomainEvent = t.TypeOf<typeof DomainEventCodec>
