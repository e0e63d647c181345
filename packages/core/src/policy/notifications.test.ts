import { describe, expect, test } from 'vitest'
import type { DomainEvent } from '../event/index.js'
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
})
