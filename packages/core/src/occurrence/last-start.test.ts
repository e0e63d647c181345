import { expect, test } from 'vitest'
import { date, listedFor, NEW_YORK, seriesOf, timed } from '../../test/series.js'
import { recurrenceIdOf } from '../event/index.js'
import { DAY_MS, HOUR_MS, UTC, zoneOf } from '../time/index.js'
import { lastStart } from './last-start.js'

const start = Date.UTC(2027, 2, 8, 14)
const daily = seriesOf(timed(start, HOUR_MS), ['RRULE:FREQ=DAILY;COUNT=3'])
const last = recurrenceIdOf((start + 2 * DAY_MS) / 1000)
const off = { overrides: new Map([[last, { status: 'Cancelled' as const }]]) }

test('lastStart: the last occurrence that takes place', () => {
  expect(lastStart(listedFor(daily), zoneOf(UTC))).toBe(start + 2 * DAY_MS)
  expect(lastStart(listedFor(daily, off), zoneOf(UTC))).toBe(start + DAY_MS)
})

test('lastStart: of a cancelled series, the last that would have', () => {
  const listed = listedFor({ ...daily, status: 'Cancelled' }, off)
  expect(lastStart(listed, zoneOf(UTC))).toBe(start + 2 * DAY_MS)
})

test('lastStart: nothing for a series without an end, or with all taken out', () => {
  const endless = seriesOf(timed(start, HOUR_MS), ['RRULE:FREQ=DAILY'])
  expect(lastStart(listedFor(endless), zoneOf(UTC))).toBeNull()
  const id = recurrenceIdOf(start / 1000)
  const once = seriesOf(timed(start, HOUR_MS), ['RRULE:FREQ=DAILY;COUNT=1'])
  const none = listedFor(once, { overrides: new Map([[id, { status: 'Cancelled' as const }]]) })
  expect(lastStart(none, zoneOf(UTC))).toBeNull()
})

test('lastStart: nothing where it costs too much to find', () => {
  const costly = ['RRULE:FREQ=DAILY;COUNT=1000000', 'EXRULE:FREQ=DAILY']
  const listed = listedFor(seriesOf(timed(start, HOUR_MS), costly))
  expect(lastStart(listed, zoneOf(UTC))).toBeNull()
})

test('lastStart: all-day ones start with the day of whoever asks, asked in any order', () => {
  const time = {
    type: 'AllDay',
    start: date('2027-03-08'),
    end: date('2027-03-09'),
    timeZone: null,
  } as const
  const days = listedFor(seriesOf(time, ['RRULE:FREQ=DAILY;COUNT=3']))
  const inUtc = Date.UTC(2027, 2, 10)
  for (const [zone, expected] of [
    [UTC, inUtc],
    [NEW_YORK, inUtc + 5 * HOUR_MS],
    [UTC, inUtc],
  ] as const) {
    expect(lastStart(days, zoneOf(zone))).toBe(expected)
    expect(lastStart(days, zoneOf(zone))).toBe(expected)
  }
})
