import { describe, expect, test } from 'vitest'
import { evolve, initialState, type Override, recurrenceIdOf, sameTime } from '../event/index.js'
import type { CalendarEvent, DomainEvent, EventTime } from '../event/index.js'
import { TimeZoneId, UTC, zoneOf } from '../time/index.js'
import { changedOccurrences } from './changed-occurrences.js'

const zone = (name: string) => {
  if (!TimeZoneId.is(name)) throw new Error(name)
  return name
}

const at = (local: string, timeZone: TimeZoneId = UTC): EventTime => {
  const start = zoneOf(timeZone).instantOf(Date.parse(`${local}Z`))
  return { type: 'Timed', start, end: start + 3_600_000, timeZone }
}

const idAt = (local: string) => recurrenceIdOf(Date.parse(`${local}Z`) / 1000)

const created: DomainEvent = {
  type: 'Created',
  at: 0,
  uid: 'e1',
  calendarId: 'c1',
  organizer: 'ann',
  title: 'Weekly',
  status: 'Confirmed',
  time: at('2027-03-08T09:00:00'),
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: [],
}

const seriesAt = (
  time: EventTime,
  overrides: Readonly<Record<string, Override>> = {},
  recurrence = ['RRULE:FREQ=WEEKLY'],
): CalendarEvent => {
  const state = evolve(initialState, created)
  if (state.type === 'Absent') throw new Error('created is there')
  const entries = Object.entries(overrides).map(([local, each]) => [idAt(local), each] as const)
  return { ...state.event, time, recurrence, overrides: new Map(entries) }
}

const changed = (before: CalendarEvent, after: CalendarEvent) =>
  changedOccurrences({ before, after, same: sameTime })

const MONDAY = at('2027-03-08T09:00:00')
const SECOND = '2027-03-15T09:00:00'
const elsewhere = { time: at('2027-03-16T09:00:00') }

describe('changedOccurrences: a series that stays where it is', () => {
  const moved = seriesAt(MONDAY, { [SECOND]: elsewhere })

  test('an occurrence moved, or moved back', () => {
    const there = { moved: [idAt(SECOND)], reinstated: [] }
    expect(changed(seriesAt(MONDAY), moved)).toEqual(there)
    expect(changed(moved, seriesAt(MONDAY))).toEqual(there)
    expect(changed(moved, seriesAt(MONDAY, { [SECOND]: { ...elsewhere } }))).toEqual({
      moved: [],
      reinstated: [],
    })
  })

  test('an occurrence that is reinstated, or whose date the rule yields now', () => {
    const back = { moved: [], reinstated: [idAt(SECOND)] }
    const cancelled = seriesAt(MONDAY, { [SECOND]: { status: 'Cancelled' } })
    expect(changed(cancelled, seriesAt(MONDAY))).toEqual(back)
    const once = seriesAt(MONDAY, {}, ['RRULE:FREQ=WEEKLY;COUNT=1'])
    expect(changed(once, moved)).toEqual(back)
  })

  test('one that stays as it was said is neither, whatever the rule does to it', () => {
    const once = { ...moved, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=1'] }
    expect(changed(once, moved)).toEqual({ moved: [], reinstated: [] })
  })

  test('an occurrence that goes away is neither', () => {
    const none = { moved: [], reinstated: [] }
    expect(changed(moved, seriesAt(MONDAY, { [SECOND]: { status: 'Cancelled' } }))).toEqual(none)
    expect(changed(moved, seriesAt(MONDAY, {}, ['RRULE:FREQ=WEEKLY;COUNT=1']))).toEqual(none)
  })
})

describe('changedOccurrences: a series that moves on the clock', () => {
  const newYork = zone('America/New_York')
  /** The same instants, five hours earlier on the clock; four from the second on, as the clocks have gone forward. */
  const early = at('2027-03-08T04:00:00', newYork)

  test('goes by what an occurrence is called afterwards', () => {
    const before = seriesAt(MONDAY, { '2027-03-08T09:00:00': elsewhere })
    expect(changed(before, seriesAt(early))).toEqual({
      moved: [idAt('2027-03-08T04:00:00')],
      reinstated: [],
    })
    const after = seriesAt(early, { '2027-03-08T04:00:00': elsewhere })
    expect(changed(before, after)).toEqual({ moved: [], reinstated: [] })
  })

  test('an exception that stays as it was said is told by its time alone', () => {
    const title = { title: 'With guests' }
    const before = seriesAt(MONDAY, { [SECOND]: title })
    const later = seriesAt(at('2027-03-08T10:00:00'), { '2027-03-15T10:00:00': title })
    expect(changed(before, later)).toEqual({ moved: [idAt('2027-03-15T10:00:00')], reinstated: [] })
  })
})
