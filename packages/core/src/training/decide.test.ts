import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { Command } from './command.js'
import { decide } from './decide.js'
import { MOST_SPOTS } from './decide-offer.js'
import type { DomainEvent } from './domain-event.js'
import { evolve } from './evolve.js'
import { initialState } from './state.js'
import { isOpen } from './training.js'

const spot = { bucketId: 'b1', spotId: 's1', title: 'Coaching', start: 0, end: 1, capacity: 1 }
const ids = { bucketId: 'b1', spotId: 's1' }
const told = (factId: string) => ({ at: 0, factId })
const offered: DomainEvent = { type: 'SpotOffered', ...told('f1'), ...spot }
const started = (learnerId: string): DomainEvent => ({
  type: 'TrainingStarted',
  ...told(`f-${learnerId}`),
  learnerId,
})
const asks = (type: 'Register' | 'Unregister', learnerId: string): Command => ({
  type,
  at: 0,
  ...ids,
  learnerId,
})
const registered: DomainEvent = { type: 'Registered', at: 0, ...ids, learnerId: 'ann' }
const withdrawn: DomainEvent = { type: 'SpotWithdrawn', ...told('f2'), ...ids }

/** The types of what happens, or that of the refusal. */
const given =
  (...history: readonly DomainEvent[]) =>
  (command: Command) => {
    const decided = decide(command, history.reduce(evolve, initialState))
    return E.isLeft(decided) ? decided.left.type : decided.right.map(({ type }) => type)
  }

describe('decide: registering', () => {
  const both = [offered, started('ann'), started('bob')]

  test('is for who started the training, once', () => {
    expect(given(...both)(asks('Register', 'ann'))).toEqual(['Registered'])
    expect(given(...both)(asks('Register', 'cyd'))).toBe('NotEligible')
    expect(given(...both, registered)(asks('Register', 'ann'))).toEqual([])
    expect(given(started('ann'))(asks('Register', 'ann'))).toBe('NotFound')
    expect(given()(asks('Register', 'ann'))).toBe('NotFound')
  })

  test('for a place that another has is refused, until it is given back', () => {
    expect(given(...both, registered)(asks('Register', 'bob'))).toBe('SpotFull')
    expect(given(...both, registered)(asks('Unregister', 'ann'))).toEqual(['Unregistered'])
    const back: DomainEvent = { ...registered, type: 'Unregistered' }
    expect(given(...both, registered, back)(asks('Register', 'bob'))).toEqual(['Registered'])
    expect(given(...both)(asks('Unregister', 'bob'))).toEqual([])
    expect(given(...both)(asks('Unregister', 'cyd'))).toBe('NotEligible')
  })

  test('for a withdrawn spot is refused, also when it is offered again', () => {
    for (const history of [[withdrawn], [withdrawn, offered]]) {
      expect(given(...both, ...history)(asks('Register', 'ann'))).toBe('SpotClosed')
    }
  })

  test('can be undone for a withdrawn spot, and not having registered is no offence', () => {
    expect(given(...both, registered, withdrawn)(asks('Unregister', 'ann'))).toEqual([
      'Unregistered',
    ])
    expect(given(...both, withdrawn)(asks('Unregister', 'ann'))).toEqual([])
  })
})

describe('decide: a fact of a session or a bucket', () => {
  const session = { liveSessionId: 'l1', title: 'Welcome', start: 0, end: 1, learners: ['ann'] }
  const schedule: Command = { type: 'ScheduleSession', ...told('f1'), session, trainingId: 't1' }
  const scheduled: DomainEvent = {
    type: 'LiveSessionScheduled',
    ...told('f1'),
    ...session,
    trainingId: 't1',
  }

  test('is written down whole, in a stream where nothing has happened', () => {
    expect(decide(schedule, initialState)).toEqual(E.right([scheduled]))
    expect(decide({ type: 'CancelSession', ...told('f1') }, initialState)).toEqual(
      E.right([{ type: 'LiveSessionCancelled', ...told('f1') }]),
    )
    expect(decide({ type: 'AssignBucket', ...told('f1'), trainingId: 't1' }, initialState)).toEqual(
      E.right([{ type: 'BucketAssigned', ...told('f1'), trainingId: 't1' }]),
    )
    expect(decide({ type: 'StrikeSpot', ...told('f1'), spotId: 's1' }, initialState)).toEqual(
      E.right([{ type: 'SpotStruck', ...told('f1'), spotId: 's1' }]),
    )
  })

  test('a cancelled session stays cancelled when it is scheduled afterwards', () => {
    const cancelled: DomainEvent = { type: 'LiveSessionCancelled', ...told('f2') }
    expect([cancelled, scheduled].reduce(evolve, initialState)).toMatchObject({
      session,
      cancelled: 'Cancelled',
    })
    expect([scheduled, cancelled].reduce(evolve, initialState)).toMatchObject({
      session,
      cancelled: 'Cancelled',
    })
    expect([scheduled].reduce(evolve, initialState)).toMatchObject({ cancelled: 'Planned' })
  })

  test('a bucket keeps what was struck before it was assigned, and whose it is afterwards', () => {
    const struck: DomainEvent = { type: 'SpotStruck', ...told('f1'), spotId: 's1' }
    const assigned: DomainEvent = { type: 'BucketAssigned', ...told('f2'), trainingId: 't1' }
    const both = { type: 'Bucket', trainingId: 't1', struck: new Set(['s1']) }
    expect([struck, assigned].reduce(evolve, initialState)).toMatchObject(both)
    expect([assigned, struck].reduce(evolve, initialState)).toMatchObject(both)
    const assign: Command = { type: 'AssignBucket', ...told('f3'), trainingId: 't1' }
    expect(given(struck)(assign)).toEqual(['BucketAssigned'])
  })

  test('that is not of this stream is ignored', () => {
    const bucket = evolve(initialState, { type: 'SpotStruck', ...told('f9'), spotId: 's9' })
    const training = evolve(initialState, started('ann'))
    expect(evolve(bucket, scheduled)).toEqual(bucket)
    expect(evolve(bucket, offered)).toEqual(bucket)
    expect(evolve(training, { type: 'SpotStruck', ...told('f8'), spotId: 's9' })).toEqual(training)
    expect(evolve(training, scheduled)).toEqual(training)
    expect(given(scheduled)(asks('Register', 'ann'))).toBe('NotFound')
  })
})

describe('decide: a fact', () => {
  const offer: Command = { type: 'OfferSpots', ...told('f1'), spots: [spot], struck: new Set() }

  test('that is remembered changes nothing', () => {
    expect(given()(offer)).toEqual(['SpotOffered'])
    expect(given(offered)(offer)).toEqual([])
  })

  test('offers what was struck before as withdrawn', () => {
    expect(given()({ ...offer, struck: new Set(['s1']) })).toEqual(['SpotOffered', 'SpotWithdrawn'])
  })

  test('does not move a bucket to another training', () => {
    const assigned: DomainEvent = { type: 'BucketAssigned', ...told('f1'), trainingId: 't1' }
    const assign: Command = { type: 'AssignBucket', ...told('f2'), trainingId: 't2' }
    expect(given(assigned)(assign)).toBe('InvalidFields')
    expect(given(assigned)({ ...assign, trainingId: 't1' })).toEqual(['BucketAssigned'])
  })

  test('offers no more spots than a training may have', () => {
    const spots = Array.from({ length: MOST_SPOTS }, (_, each) => ({ ...spot, spotId: `${each}` }))
    expect(given()({ ...offer, spots })).toHaveLength(MOST_SPOTS)
    expect(given(offered)({ ...offer, factId: 'f2', spots })).toBe('InvalidFields')
  })

  test('withdraws a spot that is offered, once', () => {
    const withdraw: Command = { type: 'WithdrawSpot', ...told('f3'), ...ids }
    expect(given(offered)(withdraw)).toEqual(['SpotWithdrawn'])
    expect(given(offered, withdrawn)(withdraw)).toEqual([])
    expect(given(started('ann'))(withdraw)).toEqual([])
    expect(given()(withdraw)).toEqual([])
  })

  test('starts a training for each learner once', () => {
    const start: Command = { type: 'StartTraining', ...told('f3'), learnerId: 'ann' }
    expect(given()(start)).toEqual(['TrainingStarted'])
    expect(given(started('bob'))(start)).toEqual(['TrainingStarted'])
    expect(given(started('ann'))(start)).toEqual([])
  })

  test('of a spot that was never offered is remembered, and changes nothing else', () => {
    const before = evolve(initialState, started('ann'))
    expect(evolve(before, withdrawn)).toEqual({
      ...before,
      facts: new Set(['f-ann', withdrawn.factId]),
    })
    expect(evolve(before, registered)).toEqual(before)
  })
})

describe('a spot', () => {
  test('is given back by one learner alone', () => {
    const bob: DomainEvent = { ...registered, learnerId: 'bob' }
    const back: DomainEvent = { ...registered, type: 'Unregistered' }
    const state = [{ ...offered, capacity: 2 }, registered, bob, back].reduce(evolve, initialState)
    expect(state.type === 'Training' && [...state.spots.values()]).toMatchObject([
      { registered: ['bob'] },
    ])
  })

  test('is open while it is offered and has a place', () => {
    const free = { ...spot, registered: [], withdrawn: 'Offered' } as const
    expect(isOpen(free)).toBe(true)
    expect(isOpen({ ...free, registered: ['ann'] })).toBe(false)
    expect(isOpen({ ...free, withdrawn: 'Withdrawn' })).toBe(false)
  })
})
