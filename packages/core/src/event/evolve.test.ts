import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { create, eventAfter, stateAfter } from '../../test/event/series.js'
import { type DomainEvent, DomainEventCodec } from './domain-event.js'
import { evolve } from './evolve.js'
import { kindOf } from './event-kind.js'
import { recurrenceIdOf } from './recurrence-id.js'
import { initialState, type State } from './state.js'

const golden = readFileSync(new URL('domain-event.golden.jsonl', import.meta.url), 'utf8')
const everything = golden
  .trim()
  .split('\n')
  .flatMap((line): readonly DomainEvent[] => {
    const decoded = DomainEventCodec.decode(JSON.parse(line))
    return E.isLeft(decoded) ? [] : [decoded.right]
  })

const scheduled = stateAfter(create(['RRULE:FREQ=WEEKLY']))
const eventOf = (state: State) => {
  if (state.type === 'Absent') throw new Error('there is no event')
  return state.event
}
const id = recurrenceIdOf(Date.UTC(2027, 2, 15, 9) / 1000)
const given = { at: 0, status: 'Accepted', comment: null, revision: 1, sequence: 0 } as const

describe('evolve is total', () => {
  const begins = new Set<DomainEvent['type']>(['Created', 'SplitOff', 'Imported'])

  test.for(everything.map((each) => [each.type, each] as const))(
    '%s: before there is an event, only what begins one counts',
    ([type, happened]) => {
      const after = evolve(initialState, happened)
      expect(after.type === 'Absent').toBe(!begins.has(type))
      if (after.type === 'Absent') expect(after).toBe(initialState)
    },
  )

  test.for(everything.map((each) => [each.type, each] as const))(
    '%s: a change of the organizer’s raises the revision and says when',
    ([, happened]) => {
      if (!('silent' in happened)) return
      expect(eventOf(evolve(scheduled, happened))).toMatchObject({
        revision: happened.revision,
        updatedAt: happened.at,
      })
    },
  )

  test('an answer of somebody who is not there is ignored', () => {
    const answered = { type: 'Answered', userId: 'zed', ...given } as const
    expect(evolve(scheduled, answered)).toEqual(scheduled)
    const ofOne = { ...answered, type: 'OccurrenceAnswered', recurrenceId: id } as const
    expect(evolve(scheduled, ofOne)).toEqual(scheduled)
  })

  test('a language of a body that is gone is ignored', () => {
    const found = { type: 'LanguageDetected', at: 0, language: 'en' } as const
    expect(evolve(scheduled, { ...found, bodyRevision: 7 })).toEqual(scheduled)
    expect(eventOf(evolve(scheduled, { ...found, bodyRevision: 1 })).language).toBe('en')
  })

  test('a cancellation of what was never imported is ignored', () => {
    const off = {
      type: 'ImportCancelled',
      at: 0,
      revision: 2,
      sequence: 1,
      updatedAt: null,
    } as const
    expect(evolve(scheduled, off)).toBe(scheduled)
  })
})

describe('evolve: answers', () => {
  const change = { at: 0, silent: false, answers: [], policy: 'p', cause: 'Asked' } as const
  const reset: DomainEvent = { type: 'RsvpsReset', ...change, revision: 3, askedBy: 'c' }
  const resetOne: DomainEvent = {
    ...{ type: 'OccurrenceRsvpsReset', ...change, revision: 3, askedBy: 'c' },
    recurrenceIds: [id],
  }
  const statusOf = (state: State, userId: string) => eventOf(state).participants.get(userId)?.status
  const statusAt = (state: State, userId: string) =>
    eventOf(state).participants.get(userId)?.occurrences.get(id)?.status

  test('to an earlier revision than the last reset leave the question open, but not to the organizer', () => {
    const asked = evolve(scheduled, reset)
    const answered = (userId: string, revision: number) =>
      evolve(asked, { type: 'Answered', userId, ...given, revision })
    expect(statusOf(answered('bob', 2), 'bob')).toBe('NeedsAction')
    expect(statusOf(answered('bob', 3), 'bob')).toBe('Accepted')
    expect(statusOf(answered('ann', 2), 'ann')).toBe('Accepted')
  })

  test('to an occurrence go by its own last reset and by that of the series', () => {
    const at = (state: State, userId: string, revision: number) =>
      evolve(state, {
        type: 'OccurrenceAnswered',
        userId,
        recurrenceId: id,
        ...given,
        revision,
      })
    for (const asked of [evolve(scheduled, reset), evolve(scheduled, resetOne)]) {
      expect(statusAt(at(asked, 'bob', 2), 'bob')).toBe('NeedsAction')
      expect(statusAt(at(asked, 'bob', 3), 'bob')).toBe('Accepted')
      expect(statusAt(at(asked, 'ann', 2), 'ann')).toBe('Accepted')
    }
  })

  test('a reset that names the organizer, or somebody who has left, changes neither', () => {
    const answers = ['ann', 'zed'].map((userId) => ({
      userId,
      recurrenceId: id,
      status: 'Accepted' as const,
    }))
    const after = evolve(scheduled, { ...resetOne, answers })
    expect(eventOf(after).participants).toEqual(eventOf(scheduled).participants)
    const named = evolve(scheduled, { ...reset, answers })
    expect(statusOf(named, 'ann')).toBe('Accepted')
    expect(eventOf(named)).toMatchObject({ resetRevision: 3, lastAskedBy: 'c' })
  })

  test('of those whom a reset does not name stay as they are', () => {
    const answered = evolve(scheduled, { type: 'Answered', userId: 'bob', ...given })
    expect(statusOf(evolve(answered, reset), 'bob')).toBe('Accepted')
    const bob = [{ userId: 'bob', status: 'Accepted' as const }]
    expect(statusOf(evolve(answered, { ...reset, answers: bob }), 'bob')).toBe('NeedsAction')
  })

  test('who is invited again keeps what they said, unless they were taken out', () => {
    const answered = evolve(scheduled, { type: 'Answered', userId: 'bob', ...given })
    const change2 = { at: 0, revision: 2, silent: false, participants: ['bob', 'ann'] }
    const again = evolve(answered, { type: 'ParticipantsInvited', ...change2 })
    expect(statusOf(again, 'bob')).toBe('Accepted')
    const out = evolve(answered, { type: 'ParticipantsUninvited', ...change2 })
    expect([...eventOf(out).participants.keys()]).toEqual(['ann', 'cyd'])
    expect(eventOf(out).removed).toEqual([
      { userId: 'bob', status: 'Accepted', answered: true, at: 0 },
    ])
    const back = evolve(out, { type: 'ParticipantsInvited', ...change2 })
    expect(statusOf(back, 'bob')).toBe('NeedsAction')
    expect(eventOf(back).removed).toEqual([])
  })
})

describe('evolve: what an event is', () => {
  const spot = { trainingId: 't1', bucketId: 'b1', spotId: 's1' }

  test('is a meeting until it is said to be something else', () => {
    const event = eventAfter(create(null))
    expect(kindOf(event)).toBe('Meeting')
    const kind = { type: 'Classified', at: 0, kind: 'LiveSessionSpot', spot } as const
    const ofSpot = evolve(scheduled, kind)
    expect(eventOf(ofSpot)).toMatchObject({ kind: 'LiveSessionSpot', spot })
    expect(kindOf(eventOf(ofSpot))).toBe('LiveSessionSpot')
    const session = evolve(ofSpot, { ...kind, kind: 'LiveSession', spot: null })
    expect('spot' in eventOf(session)).toBe(false)
  })
})

describe('evolve: what is forgotten and what is kept', () => {
  type Status = 'Accepted' | 'NeedsAction'
  const answered = (status: Status, ofOne: Status): State => {
    const bob = { userId: 'bob', ...given }
    const all: readonly DomainEvent[] = [
      { type: 'Answered', ...bob, status },
      { type: 'OccurrenceAnswered', ...bob, recurrenceId: id, status: ofOne },
    ]
    return all.reduce(evolve, scheduled)
  }
  const bobs = (state: State) => eventOf(state).participants.get('bob')
  const change = { at: 0, revision: 3, silent: false } as const
  const reset = {
    type: 'RsvpsReset',
    ...change,
    answers: [],
    policy: 'p',
    cause: 'Asked',
    askedBy: 'c',
  } as const

  test('a reset forgets single answers where these need action as the rest does', () => {
    expect(bobs(evolve(answered('NeedsAction', 'NeedsAction'), reset))?.occurrences.size).toBe(0)
    expect(bobs(evolve(answered('Accepted', 'NeedsAction'), reset))?.occurrences.size).toBe(1)
    const own = bobs(evolve(answered('NeedsAction', 'Accepted'), reset))
    expect(own?.occurrences.get(id)?.status).toBe('Accepted')
  })

  test('a reset of one occurrence keeps what was answered', () => {
    const answers = [{ userId: 'bob', recurrenceId: id, status: 'Accepted' as const }]
    const after = evolve(answered('Accepted', 'Accepted'), {
      ...reset,
      type: 'OccurrenceRsvpsReset',
      recurrenceIds: [id],
      answers,
    })
    expect(bobs(after)?.occurrences.get(id)).toMatchObject({
      status: 'NeedsAction',
      answer: { status: 'Accepted' },
    })
  })

  test('a series that becomes a single event has no exceptions', () => {
    const titled = evolve(answered('Accepted', 'Accepted'), {
      type: 'OccurrenceRetitled',
      ...change,
      recurrenceId: id,
      title: 'Other',
    })
    const once = evolve(titled, {
      type: 'RecurrenceChanged',
      ...change,
      recurrence: null,
      sequence: 1,
    })
    expect(eventOf(once).overrides.size).toBe(0)
    expect(bobs(once)?.occurrences.size).toBe(0)
    const other = { ...change, recurrence: ['RRULE:FREQ=DAILY'], sequence: 1 }
    expect(eventOf(evolve(titled, { type: 'RecurrenceChanged', ...other })).overrides.size).toBe(1)
  })

  test('who comes back is no more among those who left; the others are, the last thousand of them', () => {
    const left = { type: 'ParticipantsUninvited', ...change, participants: ['bob', 'cyd'] } as const
    const back = { type: 'ParticipantsInvited', ...change, participants: ['bob'] } as const
    const names = (state: State) => eventOf(state).removed?.map(({ userId }) => userId)
    expect(names([left, back].reduce(evolve, scheduled))).toEqual(['cyd'])
    const crowd = Array.from({ length: 1001 }, (_, index) => `u${index}`)
    const gone = [
      { ...back, participants: crowd },
      { ...left, participants: crowd },
    ].reduce(evolve, scheduled)
    expect(names(gone)).toEqual(crowd.slice(1))
  })
})
