import { describe, expect, test } from 'vitest'
import { timed } from '../../test/series.js'
import type { DomainEvent, ParticipationStatus } from '../event/index.js'
import { recurrenceIdOf } from '../event/index.js'
import { DAY_MS, HOUR_MS } from '../time/index.js'
import { madeOccurrence } from './made-occurrence.js'

const start = Date.UTC(2027, 2, 8, 14)
const idOf = (day: number, hours = 0) =>
  recurrenceIdOf((start + day * DAY_MS + hours * HOUR_MS) / 1000)

const at = 0
const change = { at, revision: 2, silent: false }
const RULE = ['RRULE:FREQ=DAILY;COUNT=5']

const begun: readonly DomainEvent[] = [
  {
    type: 'Created',
    at,
    uid: 'e1',
    calendarId: 'c1',
    organizer: 'ann',
    title: 'Daily',
    status: 'Confirmed',
    time: timed(start, HOUR_MS),
    location: null,
    body: null,
    attachments: [],
    showParticipantList: true,
    visibility: 'Participants',
    participants: ['bob'],
  },
  { type: 'RecurrenceChanged', ...change, revision: 1, recurrence: RULE, sequence: 0 },
]

const answer = (userId: string, status: ParticipationStatus, day: number): DomainEvent => ({
  type: 'OccurrenceAnswered',
  at,
  userId,
  recurrenceId: idOf(day),
  status,
  comment: null,
  revision: 1,
  sequence: 0,
})

/** Those of `happened` that made the second occurrence what it is, counted from 0. */
const made = (...happened: readonly DomainEvent[]) =>
  madeOccurrence([...begun, ...happened], idOf(1))
    .indexes.filter((index) => index >= begun.length)
    .map((index) => index - begun.length)

describe('madeOccurrence', () => {
  test('is what created the series, and what made it one', () => {
    expect(madeOccurrence(begun, idOf(1))).toEqual({ indexes: [0, 1], idAtFirst: idOf(1) })
    expect(madeOccurrence([], idOf(1))).toEqual({ indexes: [], idAtFirst: idOf(1) })
  })

  test('is what changed it, alone or with the series, and not what changed others', () => {
    expect(
      made(
        { type: 'OccurrenceRetitled', ...change, recurrenceId: idOf(2), title: 'Other' },
        { type: 'OccurrenceRetitled', ...change, recurrenceId: idOf(1), title: 'Mine' },
        { type: 'Retitled', ...change, title: 'All' },
        { type: 'Relocated', ...change, location: 'Room 2' },
        { type: 'OccurrenceCancelled', ...change, recurrenceId: idOf(1), sequence: 1 },
      ),
    ).toEqual([1, 3, 4])
  })

  test('is who comes and what they say to it', () => {
    expect(
      made(
        answer('bob', 'Accepted', 1),
        answer('bob', 'Accepted', 2),
        answer('bob', 'Declined', 1),
        { type: 'ParticipantsInvited', ...change, participants: ['cyd'] },
        { type: 'ParticipantsUninvited', ...change, participants: ['bob'] },
        { type: 'LanguageDetected', at, language: 'en', bodyRevision: 9 },
      ),
    ).toEqual([0, 2, 3, 4])
    const again: DomainEvent = { ...answer('bob', 'Accepted', 1), at: 5 }
    expect(made(answer('bob', 'Accepted', 1), again)).toEqual([0, 1])
    const reset: DomainEvent = {
      type: 'OccurrenceRsvpsReset',
      ...change,
      recurrenceIds: [idOf(1)],
      answers: [{ userId: 'bob', recurrenceId: idOf(1), status: 'Accepted' }],
      policy: 'explicit',
      cause: 'Asked',
      askedBy: 'c',
    }
    expect(made(answer('bob', 'Accepted', 1), reset)).toEqual([0, 1])
  })

  test('follows it through the moves of its series', () => {
    const moved: DomainEvent = {
      type: 'SeriesMoved',
      ...change,
      time: timed(start + HOUR_MS, HOUR_MS),
      recurrence: RULE,
      shiftSeconds: 3600,
      sequence: 1,
    }
    const titled: DomainEvent = {
      type: 'OccurrenceRetitled',
      ...change,
      recurrenceId: idOf(1),
      title: 'Mine',
    }
    expect(madeOccurrence([...begun, titled, moved], idOf(1, 1))).toEqual({
      indexes: [0, 1, 2, 3],
      idAtFirst: idOf(1),
    })
    expect(madeOccurrence([...begun, moved, titled], idOf(2, 1))).toEqual({
      indexes: [0, 1, 2],
      idAtFirst: idOf(2),
    })
    const again: DomainEvent = {
      ...moved,
      time: timed(start + 3 * HOUR_MS, HOUR_MS),
      shiftSeconds: 7200,
    }
    const later: DomainEvent = { ...titled, recurrenceId: idOf(1, 3) }
    expect(madeOccurrence([...begun, moved, again, later], idOf(1, 3))).toEqual({
      indexes: [0, 1, 2, 3, 4],
      idAtFirst: idOf(1),
    })
  })

  test('of a stream that begins as a single event is what made that a series', () => {
    const [created, repeats] = begun
    if (created === undefined || repeats === undefined) throw new Error('there are two')
    const titled: DomainEvent = { type: 'Retitled', ...change, title: 'New' }
    expect(madeOccurrence([created, titled, repeats], idOf(1)).indexes).toEqual([0, 2])
  })

  test('is what takes it out of its series', () => {
    const shorter: DomainEvent = {
      type: 'RecurrenceChanged',
      ...change,
      recurrence: ['RRULE:FREQ=DAILY;COUNT=1'],
      sequence: 1,
    }
    const none: DomainEvent = { ...shorter, recurrence: null }
    expect(made(shorter, { type: 'Retitled', ...change, title: 'All' })).toEqual([0])
    expect(made(none, { type: 'Retitled', ...change, title: 'All' })).toEqual([0])
  })
})
