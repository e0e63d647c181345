import * as t from 'io-ts'

const id = t.string

const Scheduled = t.intersection([
  t.type({
    type: t.literal('LiveSessionScheduled'),
    id,
    liveSessionId: t.string,
    title: t.string,
    start: t.string,
    end: t.string,
    learners: t.readonlyArray(t.string),
  }),
  t.partial({ trainingId: t.string }),
])

const Spot = t.type({ spotId: t.string, start: t.string, end: t.string, capacity: t.number })

/**
 * What a learning platform says has happened: `id` is the fact's own, and the same one again changes nothing. Times are
 * RFC 3339 stamps.
 */
export const FactCodec = t.union([
  Scheduled,
  t.type({ type: t.literal('LiveSessionCancelled'), id, liveSessionId: t.string }),
  t.type({
    type: t.literal('BucketPublished'),
    id,
    bucketId: t.string,
    trainingId: t.string,
    title: t.string,
    spots: t.readonlyArray(Spot),
  }),
  t.type({ type: t.literal('SpotWithdrawn'), id, bucketId: t.string, spotId: t.string }),
  t.type({ type: t.literal('TrainingStarted'), id, trainingId: t.string, learnerId: t.string }),
])

/** A fact from upstream, told apart by `type`. */
export type Fact = t.TypeOf<typeof FactCodec>
