import { describe, expect, test } from 'vitest'
import { NEW_YORK, seriesOf, timed } from '../../test/series.js'
import type { CalendarEvent, DomainEvent, State } from '../event/index.js'
import { evolve, initialState, recurrenceIdOf } from '../event/index.js'
import { DAY_MS, durationClass, HOUR_MS } from '../time/index.js'
import { eventRow, listedAs, participationRow, PUBLIC_AUDIENCE, rowChanges } from './rows.js'

const start = Date.UTC(2027, 2, 8, 14)
const at = 1
const change = { at, revision: 2, silent: false }

const created: DomainEvent = {
  type: 'Created',
  at: 0,
  uid: 'e1',
  calendarId: 'c1',
  organizer: 'ann',
  title: 'Planning',
  status: 'Confirmed',
  time: timed(start, HOUR_MS),
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: ['bob'],
}
const single = evolve(initialState, created)
const series = evolve(single, {
  type: 'RecurrenceChanged',
  ...change,
  revision: 1,
  recurrence: ['RRULE:FREQ=DAILY;COUNT=5'],
  sequence: 0,
})
const answered: DomainEvent = {
  type: 'Answered',
  at,
  userId: 'bob',
  status: 'Accepted',
  comment: null,
  revision: 1,
  sequence: 0,
}
const cancelled: DomainEvent = { type: 'Cancelled', ...change, sequence: 1 }
const published: DomainEvent = { type: 'VisibilityChanged', ...change, visibility: 'Public' }

const eventOf = (state: State): CalendarEvent => {
  if (state.type === 'Absent') throw new Error('there is no event')
  return state.event
}

/** Whether the event has a new row, whose participations have, and whose end. */
const changed = (before: State, ...happened: readonly DomainEvent[]) => {
  const { event, participations, ended } = rowChanges(before, happened.reduce(evolve, before))
  return [event === null ? 'same' : 'new', participations.map(({ userId }) => userId), ended]
}

describe('rowChanges: what of an event has a new row', () => {
  test('a new event, and all who participate', () => {
    expect(rowChanges(initialState, initialState)).toEqual({
      event: null,
      participations: [],
      ended: [],
    })
    expect(changed(initialState, created)).toEqual(['new', ['ann', 'bob'], []])
    expect(changed(initialState, created, published)).toEqual([
      'new',
      ['ann', 'bob', PUBLIC_AUDIENCE],
      [],
    ])
  })

  test('an answer, one participation; another title, the event alone', () => {
    expect(changed(single)).toEqual(['same', [], []])
    expect(changed(single, answered)).toEqual(['same', ['bob'], []])
    expect(changed(single, { type: 'Retitled', ...change, title: 'New' })).toEqual(['new', [], []])
  })

  test('a move or a cancellation, all', () => {
    const time = timed(start + HOUR_MS, HOUR_MS)
    const moved: DomainEvent = { type: 'Rescheduled', ...change, time, sequence: 1 }
    expect(changed(single, moved)).toEqual(['new', ['ann', 'bob'], []])
    expect(changed(single, cancelled)).toEqual(['new', ['ann', 'bob'], []])
    expect(changed(series, cancelled)).toEqual(['new', ['ann', 'bob'], []])
    const again: DomainEvent = { type: 'MadeTentative', ...change, revision: 3, sequence: 2 }
    expect(changed(evolve(single, cancelled), again)).toEqual(['new', ['ann', 'bob'], []])
    const days: DomainEvent = {
      type: 'Rescheduled',
      ...change,
      time: { ...timed(start, HOUR_MS), timeZone: NEW_YORK },
      sequence: 1,
    }
    expect(changed(single, days)).toEqual(['new', ['ann', 'bob'], []])
    const single2 = evolve(series, {
      type: 'RecurrenceChanged',
      ...change,
      recurrence: null,
      sequence: 1,
    })
    expect(rowChanges(series, single2).participations.map(({ time: kind }) => kind)).toEqual([
      'Timed',
      'Timed',
    ])
  })

  test('who comes, and who leaves', () => {
    const invited: DomainEvent = { type: 'ParticipantsInvited', ...change, participants: ['cyd'] }
    const left: DomainEvent = { type: 'ParticipantsUninvited', ...change, participants: ['bob'] }
    expect(changed(single, invited)).toEqual(['new', ['cyd'], []])
    expect(changed(single, left)).toEqual(['new', [], ['bob']])
  })

  test('the row of public events comes and goes with the visibility', () => {
    expect(changed(single, published)).toEqual(['new', [PUBLIC_AUDIENCE], []])
    const hidden: DomainEvent = {
      type: 'VisibilityChanged',
      ...change,
      revision: 3,
      visibility: 'Participants',
    }
    expect(changed(evolve(single, published), hidden)).toEqual(['new', [], [PUBLIC_AUDIENCE]])
  })

  test('what raises no revision, where the row has it', () => {
    const language: DomainEvent = { type: 'LanguageDetected', at, language: 'en', bodyRevision: 1 }
    const asked: DomainEvent = { type: 'UpdateAnnounced', at, askedBy: 'c1' }
    const kind: DomainEvent = { type: 'Classified', at, kind: 'LiveSession', spot: null }
    for (const each of [language, asked, kind]) expect(changed(single, each)[0]).toBe('new')
  })
})

describe('rowChanges: a series', () => {
  const id = (day: number) => recurrenceIdOf((start + day * DAY_MS) / 1000)
  const movedTo = (day: number, ms: number): DomainEvent => ({
    type: 'OccurrenceMoved',
    ...change,
    recurrenceId: id(day),
    time: timed(ms, HOUR_MS),
    sequence: 1,
  })

  test('that stays within its bounds has no new participations', () => {
    expect(changed(series, answered)).toEqual(['same', ['bob'], []])
    expect(changed(series, { type: 'Retitled', ...change, title: 'New' })).toEqual(['new', [], []])
    expect(changed(series, movedTo(1, start + 2 * DAY_MS))).toEqual(['new', [], []])
  })

  test('that was a single event, or is one from now on, has all of them', () => {
    const recurrence = ['RRULE:FREQ=DAILY;COUNT=1']
    const repeats: DomainEvent = { type: 'RecurrenceChanged', ...change, recurrence, sequence: 1 }
    expect(changed(single, repeats)).toEqual(['new', ['ann', 'bob'], []])
    const once: DomainEvent = { ...repeats, revision: 3, recurrence: null }
    expect(changed(evolve(single, repeats), once)).toEqual(['new', ['ann', 'bob'], []])
  })

  test('that begins earlier or ends later has all of them', () => {
    const time = timed(start - HOUR_MS, HOUR_MS)
    const earlier: DomainEvent = { type: 'Rescheduled', ...change, time, sequence: 1 }
    expect(changed(series, earlier)).toEqual(['new', ['ann', 'bob'], []])
    expect(changed(series, movedTo(1, start - DAY_MS))).toEqual(['new', ['ann', 'bob'], []])
    expect(changed(series, movedTo(1, start + 9 * DAY_MS))).toEqual(['new', ['ann', 'bob'], []])
    const longer: DomainEvent = {
      type: 'RecurrenceChanged',
      ...change,
      recurrence: ['RRULE:FREQ=DAILY;COUNT=6'],
      sequence: 1,
    }
    expect(changed(series, longer)).toEqual(['new', ['ann', 'bob'], []])
  })
})

describe('rows', () => {
  test('an event’s row has all that is shown, and in its detail what only its page needs', () => {
    const body = { format: 'Plain', content: 'Agenda' } as const
    const { participants, overrides, ...event } = eventOf(
      evolve(single, { type: 'Described', ...change, body }),
    )
    const row = eventRow({ ...event, participants, overrides })
    expect(row).toMatchObject({
      uid: 'e1',
      overrides: new Map(),
      detail: { body, bodyRevision: 2 },
    })
    expect(row.summary.participantsCount).toBe(2)
    expect({ ...row.summary, ...row.detail, uid: row.uid }).toEqual({
      ...event,
      participantsCount: 2,
    })
    expect('removed' in row.detail).toBe(false)
    const left = evolve(single, { type: 'ParticipantsUninvited', ...change, participants: ['bob'] })
    expect(eventRow(eventOf(left)).detail.removed).toMatchObject([{ userId: 'bob' }])
  })

  const rowOf = (event: CalendarEvent, userId: string) => {
    const participation = listedAs(event, userId)
    if (participation === undefined) throw new Error(userId)
    return participationRow(event, participation)
  }

  test('a participation stands where its event does', () => {
    expect(rowOf(eventOf(single), 'bob')).toMatchObject({
      ...{ uid: 'e1', userId: 'bob', listing: 'Active', time: 'Timed' },
      ...{ start, end: start + HOUR_MS, durationClass: durationClass(HOUR_MS) },
    })
    const daily = seriesOf(timed(start, HOUR_MS, NEW_YORK), ['RRULE:FREQ=DAILY;COUNT=2'])
    expect(rowOf(daily, 'bob')).toMatchObject({
      ...{ time: 'Series', start, end: start + DAY_MS + HOUR_MS },
    })
  })

  test('a cancelled event is with its organizer alone', () => {
    const off = eventOf(evolve(single, cancelled))
    expect([rowOf(off, 'ann').listing, rowOf(off, 'bob').listing]).toEqual(['Cancelled', 'None'])
  })

  test('a public event is listed under an id that nobody has, and another is not', () => {
    const open = eventOf(evolve(single, published))
    expect(listedAs(open, PUBLIC_AUDIENCE)).toMatchObject({ status: 'NeedsAction', answer: null })
    expect(listedAs(eventOf(single), PUBLIC_AUDIENCE)).toBeUndefined()
    expect(listedAs(open, 'eve')).toBeUndefined()
    expect(PUBLIC_AUDIENCE).toBe('')
  })
})
