import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { FactCodec } from './fact.js'

const times = { start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' }

const facts = [
  {
    type: 'LiveSessionScheduled',
    id: 'f1',
    liveSessionId: 'l1',
    title: 'Welcome',
    ...times,
    learners: ['ann'],
  },
  { type: 'LiveSessionCancelled', id: 'f2', liveSessionId: 'l1' },
  {
    type: 'BucketPublished',
    id: 'f3',
    bucketId: 'b1',
    trainingId: 't1',
    title: 'Coaching',
    spots: [{ spotId: 's1', ...times, capacity: 1 }],
  },
  { type: 'SpotWithdrawn', id: 'f4', bucketId: 'b1', spotId: 's1' },
  { type: 'TrainingStarted', id: 'f5', trainingId: 't1', learnerId: 'ann' },
] as const

test.for(facts.map((fact) => [fact.type, fact] as const))(
  'a %s is read as it was said, and refused without any of its fields',
  ([, fact]) => {
    expect(FactCodec.decode(fact)).toEqual(E.right(fact))
    for (const field of Object.keys(fact)) {
      expect(E.isLeft(FactCodec.decode({ ...fact, [field]: undefined }))).toBe(true)
    }
  },
)

test('a session may name its training, and a spot has an id, times and a capacity', () => {
  const [session, , bucket] = facts
  expect(E.isRight(FactCodec.decode({ ...session, trainingId: 't1' }))).toBe(true)
  expect(E.isLeft(FactCodec.decode({ ...session, trainingId: 7 }))).toBe(true)
  const [spot] = bucket.spots
  for (const field of Object.keys(spot)) {
    const spots = [{ ...spot, [field]: null }]
    expect(E.isLeft(FactCodec.decode({ ...bucket, spots }))).toBe(true)
  }
})
