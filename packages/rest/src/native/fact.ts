import type { Fact } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Codec } from '../wire/index.js'
import {
  closed,
  codec,
  described,
  isRecord,
  listOf,
  named,
  oneOf,
  text,
  whole,
} from '../wire/index.js'
import { Id } from './texts.js'

const Stamp = described(text({ min: 1, max: 64 }), { format: 'date-time' })
const Title = text({ min: 1, max: 200 })

const of = <const T extends Fact['type']>(type: T) => ({ type: oneOf([type, type]), id: Id })

const Spot = closed({ spotId: Id, start: Stamp, end: Stamp, capacity: whole(1, 100_000) }, {})

const CODECS = {
  LiveSessionScheduled: closed(
    {
      ...of('LiveSessionScheduled'),
      liveSessionId: Id,
      title: Title,
      start: Stamp,
      end: Stamp,
      learners: listOf(Id, 1000),
    },
    { trainingId: Id },
  ),
  LiveSessionCancelled: closed({ ...of('LiveSessionCancelled'), liveSessionId: Id }, {}),
  BucketPublished: closed(
    {
      ...of('BucketPublished'),
      bucketId: Id,
      trainingId: Id,
      title: Title,
      spots: listOf(Spot, 500),
    },
    {},
  ),
  SpotWithdrawn: closed({ ...of('SpotWithdrawn'), bucketId: Id, spotId: Id }, {}),
  TrainingStarted: closed({ ...of('TrainingStarted'), trainingId: Id, learnerId: Id }, {}),
}

const Type = oneOf<Fact['type'], Fact['type']>(
  ['LiveSessionScheduled', 'LiveSessionScheduled'],
  ['LiveSessionCancelled', 'LiveSessionCancelled'],
  ['BucketPublished', 'BucketPublished'],
  ['SpotWithdrawn', 'SpotWithdrawn'],
  ['TrainingStarted', 'TrainingStarted'],
)

/** A fact from upstream, in camelCase as its senders write it. */
export const WireFact: Codec<Fact, unknown> = named(
  'Fact',
  codec<Fact, unknown>({
    name: 'Fact',
    schema: { oneOf: Object.values(CODECS).map(({ schema }) => schema) },
    validate: (u, context) => {
      if (!isRecord(u)) return t.failure(u, context, 'must be an object')
      const type = Type.validate(u['type'], t.appendContext(context, 'type', Type, u['type']))
      return E.isLeft(type) ? type : CODECS[type.right].validate(u, context)
    },
    encode: (fact) => fact,
  }),
)
