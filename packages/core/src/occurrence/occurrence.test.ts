import { describe, expect, test } from 'vitest'
import { importing } from '../../test/event/import.js'
import { eventAfter } from '../../test/event/series.js'
import { date, listedFor, NEW_YORK, seriesOf, timed } from '../../test/series.js'
import type { EventTime, Override } from '../event/index.js'
import { recurrenceIdOf } from '../event/index.js'
import { closeWindow, DAY_MS, everything, HOUR_MS, overlapping, zoneOf } from '../time/index.js'
import { aliveIn } from './alive-in.js'
import { boundsIn, indexedBounds } from './occurrence.js'
import { occurrenceRow } from './occurrence-row.js'

const start = Date.UTC(2027, 2, 8, 14)
const day: EventTime = {
  type: 'AllDay',
  start: date('2027-03-08'),
  end: date('2027-03-10'),
  timeZone: null,
}
const midnight = Date.UTC(2027, 2, 8)

describe('when an event takes place', () => {
  test('at its instants, where it is timed', () => {
    const time = timed(start, HOUR_MS, NEW_YORK)
    expect(boundsIn(time, zoneOf(NEW_YORK))).toMatchObject({ start, end: start + HOUR_MS })
    expect(indexedBounds(time)).toMatchObject({ start, end: start + HOUR_MS })
  })

  test('on the days of whoever looks, where it is all-day; stores take them as if in UTC', () => {
    expect(boundsIn(day, zoneOf(NEW_YORK))).toEqual({
      start: midnight + 5 * HOUR_MS,
      end: midnight + 2 * DAY_MS + 5 * HOUR_MS,
    })
    expect(indexedBounds(day)).toEqual({ start: midnight, end: midnight + 2 * DAY_MS })
  })
})

describe('occurrenceRow', () => {
  const series = seriesOf(timed(start, HOUR_MS), ['RRULE:FREQ=DAILY'])
  const second = start + DAY_MS
  const id = recurrenceIdOf(second / 1000)
  const rowWith = (override: Override, event = series) => {
    const listed = listedFor(event, {
      overrides: new Map([[id, override]]),
      occurrences: new Map([[id, { status: 'Declined', answer: null }]]),
    })
    const walked = { start: second, end: second + HOUR_MS, localSeconds: second / 1000 }
    return occurrenceRow(listed, walked)
  }

  test('is the series as it is there, with the viewer’s own answer', () => {
    const row = rowWith({})
    expect(row).toMatchObject({
      ...{ uid: 's', recurrenceId: id, start: second, end: second + HOUR_MS, status: 'Declined' },
      seriesTime: series.time,
      event: { title: 'Standup', location: null, recurrence: null, status: 'Confirmed' },
    })
    expect(row.event.time).toEqual(timed(second, HOUR_MS))
    expect('overrides' in row.event).toBe(false)
  })

  test('has what was changed there, and of the rest what the series says', () => {
    const spoken = { ...series, location: 'Room 1', language: 'en' }
    expect(rowWith({}, spoken).event).toMatchObject({ location: 'Room 1', language: 'en' })
    expect(rowWith({ title: 'Guests', location: null }, spoken).event).toMatchObject({
      title: 'Guests',
      location: null,
    })
    expect(rowWith({ body: null }, spoken).event.language).toBeNull()
    const outside = eventAfter(importing()).source
    if (outside === null) throw new Error('an import has a source')
    const imported = { ...series, source: outside }
    const own = { ...outside, providerId: 'g1_1' }
    expect(rowWith({}, imported).event.source).toBe(outside)
    expect(rowWith({ source: own }, imported).event.source).toBe(own)
    expect(rowWith({ status: 'Tentative' }).event.status).toBe('Tentative')
    expect(rowWith({ time: timed(start, HOUR_MS) }).event.time).toEqual(timed(start, HOUR_MS))
  })

  test('is cancelled with its series, whatever was said of it alone', () => {
    const off = { ...series, status: 'Cancelled' as const }
    expect(rowWith({ status: 'Confirmed' }, off).event.status).toBe('Cancelled')
  })
})

describe('aliveIn', () => {
  test('an occurrence in the window starts by its end, and ends from its start on', () => {
    const { startTo, endFrom } = aliveIn(closeWindow(overlapping(start, start + DAY_MS)))
    expect([startTo, endFrom]).toEqual([start + DAY_MS - 1, start])
    const all = closeWindow(everything)
    expect(aliveIn(all).startTo).toBe(Math.min(all.startTo, all.endTo))
  })

  test('the tighter bound of each side holds', () => {
    const window = { ...closeWindow(everything), startTo: 20, endTo: 10, startFrom: 3 }
    expect(aliveIn({ ...window, endFrom: 5, points: 4 })).toEqual({ startTo: 10, endFrom: 4 })
    expect(aliveIn({ ...window, endTo: 30, endFrom: 2, points: 4 })).toEqual({
      startTo: 20,
      endFrom: 3,
    })
  })
})
