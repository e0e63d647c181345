import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { Command } from './command.js'
import { decide } from './decide.js'
import { MOST_SPOTS } from './decide-offer.js'
import type { DomainEvent } from './domain-event.js'
import { evolve } from './evolve.js'
import { initialState } from './state.js'

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
  })

  test('for a withdrawn spot is refused, also when it is offered again', () => {
    for (const history of [[withdrawn], [withdrawn, offered]]) {
      expect(given(...both, ...history)(asks('Register', 'ann'))).toBe('SpotClosed')
    }
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
})
