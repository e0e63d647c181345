import { describe, expect, test } from 'vitest'
import type { DomainEvent } from '../event/index.js'
import { evolve, initialState } from '../event/index.js'
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
})
