import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { DomainEvent } from '../event/index.js'
import { DomainEventCodec } from '../event/domain-event.js'
import { evolve, initialState, recurrenceIdOf } from '../event/index.js'
import { UTC } from '../time/index.js'
import { planNotifications } from './notifications.js'

const at = 0
const created: DomainEvent = {
  type: 'Created',
  at,
  uid: 'e1',
  calendarId: 'c1',
  organizer: 'ann',
  title: 'Planning',
  status: 'Confirmed',
  time: { type: 'Timed', start: 0, end: 1, timeZone: UTC },
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: ['bob', 'cyd'],
}
const change = { at, revision: 2, silent: false }
const retitled: DomainEvent = { type: 'Retitled', ...change, title: 'New' }
const cancelled: DomainEvent = { type: 'Cancelled', ...change, sequence: 1 }
const reset: DomainEvent = {
  type: 'RsvpsReset',
  ...change,
  answers: [],
  policy: 'explicit',
  cause: 'Asked',
  askedBy: 'c',
}

const planned = (happened: readonly DomainEvent[], actor: string | null = 'ann') => {
  const before = happened[0]?.type === 'Created' ? initialState : evolve(initialState, created)
  const after = happened.reduce(evolve, before)
  return planNotifications({ actor, happened, after }).map(
    ({ recipient, kind }) => `${kind} to ${recipient}`,
  )
}

describe('planNotifications', () => {
  test('invites every guest and never the organizer', () => {
    expect(planned([created])).toEqual(['Invitation to bob', 'Invitation to cyd'])
  })

  test('tells everyone but the actor about a change, once a patch', () => {
    expect(planned([retitled, { type: 'Relocated', ...change, location: null }])).toEqual([
      'Update to bob',
      'Update to cyd',
    ])
    expect(planned([retitled], null)).toHaveLength(3)
  })

  test('says nothing about what was done in silence', () => {
    expect(planned([{ ...retitled, silent: true }])).toEqual([])
    expect(planned([{ ...cancelled, silent: true }])).toEqual([])
  })

  test('a reset asks again, and a cancellation is all that is said', () => {
    expect(planned([retitled, reset])).toEqual(['Reinvitation to bob', 'Reinvitation to cyd'])
    expect(planned([retitled, cancelled])).toEqual(['Cancellation to bob', 'Cancellation to cyd'])
  })

  test('who is taken out is told that it is off, and nobody else is', () => {
    expect(planned([{ type: 'ParticipantsUninvited', ...change, participants: ['bob'] }])).toEqual([
      'Cancellation to bob',
    ])
    expect(planned([{ type: 'ParticipantsInvited', ...change, participants: ['dee'] }])).toEqual([
      'Invitation to dee',
    ])
  })

  test('answers and detected languages are told to nobody', () => {
    const answered: DomainEvent = {
      type: 'Answered',
      at,
      userId: 'bob',
      status: 'Accepted',
      comment: null,
      revision: 1,
      sequence: 0,
    }
    expect(planned([answered], 'bob')).toEqual([])
    expect(planned([{ type: 'LanguageDetected', at, language: 'en', bodyRevision: 1 }])).toEqual([])
  })

  const change1 = { at, revision: 1, silent: false }
  const repeats: DomainEvent = {
    type: 'RecurrenceChanged',
    ...change1,
    recurrence: ['RRULE:FREQ=DAILY'],
    sequence: 0,
  }
  const id = recurrenceIdOf(86_400)
  const moved: DomainEvent = { type: 'OccurrenceRetitled', ...change, recurrenceId: id, title: 'X' }
  const resetOne: DomainEvent = {
    type: 'OccurrenceRsvpsReset',
    ...change,
    recurrenceIds: [id],
    answers: [],
    policy: 'explicit',
    cause: 'Asked',
    askedBy: 'c',
  }
  const cut = { ...change, recurrenceId: id, recurrence: ['RRULE:FREQ=DAILY;COUNT=1'], sequence: 1 }

  const about = (...happened: readonly DomainEvent[]) => {
    const before = [created, repeats].reduce(evolve, initialState)
    const after = happened.reduce(evolve, before)
    return planNotifications({ actor: 'ann', happened, after })
      .filter(({ recipient }) => recipient === 'bob')
      .map(({ kind, recurrenceId }) => [kind, recurrenceId])
  }

  test('a series is an invitation like any other, also when a part of the system makes it', () => {
    expect(planned([created, repeats], null)).toEqual(['Invitation to bob', 'Invitation to cyd'])
  })

  test('what happens to one occurrence is told of that one', () => {
    expect(about(moved)).toEqual([['Update', '19700102T000000Z']])
    expect(
      about({ type: 'OccurrenceCancelled', ...change, recurrenceId: id, sequence: 1 }),
    ).toEqual([['Cancellation', '19700102T000000Z']])
    expect(about(moved, resetOne)).toEqual([['Reinvitation', '19700102T000000Z']])
  })

  test('what concerns more than one is told of the event', () => {
    expect(about({ ...resetOne, recurrenceIds: [id, recurrenceIdOf(0)] })).toEqual([
      ['Reinvitation', null],
    ])
    expect(about(retitled, resetOne)).toEqual([['Reinvitation', null]])
    expect(about(resetOne, reset)).toEqual([['Reinvitation', null]])
    expect(about({ type: 'SeriesTruncated', ...cut })).toEqual([['Update', null]])
  })

  test('a split by itself is told to nobody', () => {
    expect(about({ type: 'SeriesSplit', ...cut, followedBy: 'e2' })).toEqual([])
  })

  test('a split that cancels in the same breath is told of the event, not of the occurrence', () => {
    const split: DomainEvent = { type: 'SeriesSplit', ...cut, followedBy: 'e2' }
    const off: DomainEvent = {
      type: 'OccurrenceCancelled',
      ...change,
      recurrenceId: id,
      sequence: 1,
    }
    expect(about(split, off)).toEqual([['Cancellation', '19700102T000000Z']])
    expect(about({ ...resetOne, recurrenceIds: [] })).toEqual([['Reinvitation', null]])
    expect(about({ ...repeats, revision: 2 })).toEqual([['Update', null]])
  })

  test('the gravest is said, in whichever order it happened', () => {
    const invited: DomainEvent = { type: 'ParticipantsInvited', ...change, participants: ['bob'] }
    expect(about(reset, retitled)).toEqual([['Reinvitation', null]])
    expect(about(invited, reset)).toEqual([['Invitation', null]])
    expect(about(cancelled, invited)).toEqual([['Cancellation', null]])
  })

  test('an event that is not there is told to nobody', () => {
    expect(planNotifications({ actor: 'ann', happened: [retitled], after: initialState })).toEqual(
      [],
    )
  })
})

describe('planNotifications: a spot', () => {
  const spot = { trainingId: 't1', bucketId: 'b1', spotId: 's1' }
  const history: readonly DomainEvent[] = [
    created,
    { type: 'Classified', at, kind: 'LiveSessionSpot', spot },
    ...['ann', 'bob'].map((userId): DomainEvent => ({
      type: 'Answered',
      at,
      userId,
      status: 'Accepted',
      comment: null,
      revision: 1,
      sequence: 0,
    })),
  ]

  test('is told to whoever took it, and neither to those it is offered to nor to its organizer', () => {
    const after = [...history, retitled].reduce(evolve, initialState)
    const messages = planNotifications({ actor: null, happened: [retitled], after })
    expect(messages.map(({ recipient }) => recipient)).toEqual(['bob'])
  })

  test('is told to nobody who is out of it', () => {
    const out: DomainEvent = { type: 'ParticipantsUninvited', ...change, participants: ['bob'] }
    const after = [...history, out].reduce(evolve, initialState)
    expect(planNotifications({ actor: null, happened: [out], after })).toEqual([])
  })
})

describe('planNotifications: each thing that can happen', () => {
  const golden = new URL('../event/domain-event.golden.jsonl', import.meta.url)
  const stored = readFileSync(golden, 'utf8').trim().split('\n')
  const happened = stored.flatMap((line): readonly DomainEvent[] => {
    const decoded = DomainEventCodec.decode(JSON.parse(line))
    return E.isLeft(decoded) ? [] : [decoded.right]
  })
  const toldOf: Partial<Record<DomainEvent['type'], string>> = {
    Created: 'Invitation',
    ParticipantsInvited: 'Invitation',
    ParticipantsUninvited: 'Cancellation',
    Cancelled: 'Cancellation',
    OccurrenceCancelled: 'Cancellation',
    RsvpsReset: 'Reinvitation',
    OccurrenceRsvpsReset: 'Reinvitation',
  }
  const toldToNobody: readonly DomainEvent['type'][] = [
    'Answered',
    'OccurrenceAnswered',
    'LanguageDetected',
    'Classified',
    'SeriesSplit',
    'SplitOff',
    'Imported',
    'ImportCancelled',
  ]
  const after = evolve(initialState, created)

  test.for(happened.map((each) => [each.type, each] as const))('%s', ([type, each]) => {
    const loud = 'silent' in each ? { ...each, silent: false } : each
    const messages = planNotifications({ actor: null, happened: [loud], after })
    const first = each.type === 'RecurrenceChanged' && each.revision === 1
    const kinds = first || toldToNobody.includes(type) ? [] : [toldOf[type] ?? 'Update']
    expect([...new Set(messages.map(({ kind }) => kind))]).toEqual(kinds)
  })
})
