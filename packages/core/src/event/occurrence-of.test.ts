import { describe, expect, test } from 'vitest'
import { answer, cancelAll, create, eventAfter, patchOne } from '../../test/event/series.js'
import { idOf, importing } from '../../test/event/import.js'
import { date, timed } from '../../test/series.js'
import { DAY_MS, HOUR_MS } from '../time/index.js'
import type { Command } from './command.js'
import { kindOf } from './event-kind.js'
import { lastingMsOf } from './lasting.js'
import { occurrenceOf } from './occurrence-of.js'
import { printRecurrenceId } from './recurrence-id.js'

const RID = '20270315T130000Z'
const id = idOf('2027-03-15T09:00:00')
const weekly = create(['RRULE:FREQ=WEEKLY'])
const spoken = (...commands: readonly Command[]) => ({
  ...eventAfter(weekly, ...commands),
  language: 'en',
})

describe('occurrenceOf', () => {
  test('takes place once, with what was changed there and the answers to it', () => {
    const series = spoken(
      patchOne(RID, { title: 'Other', timeSlot: { end: '2027-03-15T12:00' } }),
      answer('bob', null),
      answer('bob', RID, { status: 'Declined' }),
    )
    const one = occurrenceOf(series, id)
    expect(one).toMatchObject({ uid: 'e1', title: 'Other', language: 'en', recurrence: null })
    expect(one.time).toEqual({ ...series.time, ...series.overrides.get(id)?.time })
    expect(one.overrides.size).toBe(0)
    const standings = [...one.participants.values()].map(({ userId, status, occurrences }) => [
      userId,
      status,
      occurrences.size,
    ])
    expect(standings).toEqual([
      ['ann', 'Accepted', 0],
      ['bob', 'Declined', 0],
      ['cyd', 'NeedsAction', 0],
    ])
  })

  test('where it is not changed, is its series at its place', () => {
    const one = occurrenceOf(spoken(), id)
    expect(one).toMatchObject({ title: 'Weekly', status: 'Confirmed', language: 'en' })
    expect(one.time.start).toBe(Date.UTC(2027, 2, 15, 13))
  })

  test('a body of its own has no language that was found in another', () => {
    expect(occurrenceOf(spoken(patchOne(RID, { body: null })), id).language).toBeNull()
  })

  test('is cancelled with its series, and alone', () => {
    const tentative = patchOne(RID, { status: 'Tentative' })
    expect(occurrenceOf(spoken(tentative), id).status).toBe('Tentative')
    expect(occurrenceOf(spoken(tentative, cancelAll), id).status).toBe('Cancelled')
  })

  test('has what its provider sent of it, or else of the series', () => {
    const raw = { event: 'series', occurrences: [{ recurrenceId: id, raw: 'one' }] }
    expect(occurrenceOf({ ...spoken(), raw }, id).raw).toEqual({ event: 'one', occurrences: [] })
    const other = idOf('2027-03-22T09:00:00')
    expect(occurrenceOf({ ...spoken(), raw }, other).raw).toEqual({
      event: 'series',
      occurrences: [],
    })
    expect(occurrenceOf(spoken(), id).raw).toBeNull()
  })
})

const days = {
  type: 'AllDay',
  start: date('2027-03-08'),
  end: date('2027-03-10'),
  timeZone: null,
} as const

test('printRecurrenceId: in UTC, or the date where the series is all-day', () => {
  expect(printRecurrenceId(id, eventAfter(weekly).time)).toBe(RID)
  expect(printRecurrenceId(idOf('2027-03-15T00:00:00'), days)).toBe('20270315')
})

test('lastingMsOf: from start to end, days of 24 hours', () => {
  expect(lastingMsOf(timed(7, HOUR_MS))).toBe(HOUR_MS)
  expect(lastingMsOf(days)).toBe(2 * DAY_MS)
})

test('kindOf: what was imported is from outside unless it says otherwise', () => {
  const { source, ...event } = eventAfter(weekly)
  expect(kindOf({ ...event, source })).toBe('Meeting')
  const imported = eventAfter(importing()).source
  expect(kindOf({ source: imported })).toBe('External')
  expect(kindOf({ source: imported, kind: 'Other' })).toBe('Other')
})
