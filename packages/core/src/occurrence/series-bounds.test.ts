import { describe, expect, test } from 'vitest'
import { date, seriesOf, timed } from '../../test/series.js'
import type { EventTime } from '../event/index.js'
import { recurrenceIdOf } from '../event/index.js'
import { DAY_MS, HOUR_MS, MAX_INSTANT, MIN_INSTANT } from '../time/index.js'
import { seriesBounds } from './series-bounds.js'

const start = Date.UTC(2027, 2, 8, 14)
const daily = seriesOf(timed(start, HOUR_MS), ['RRULE:FREQ=DAILY;COUNT=5'])
const end = start + 4 * DAY_MS + HOUR_MS
const id = recurrenceIdOf((start + DAY_MS) / 1000)
const dayOf = (text: string, until: string): EventTime => ({
  type: 'AllDay',
  start: date(text),
  end: date(until),
  timeZone: null,
})
const midnight = Date.UTC(2027, 2, 8)

describe('seriesBounds', () => {
  test('reach from the first start to the last end', () => {
    expect(seriesBounds(daily)).toEqual({ start, end })
  })

  test('of a series without an end, to the end of time', () => {
    const endless = seriesOf(timed(start, HOUR_MS), ['RRULE:FREQ=DAILY'])
    expect(seriesBounds(endless)).toEqual({ start, end: MAX_INSTANT })
  })

  test('reach as far as an occurrence was moved, and other changes widen nothing', () => {
    const changed = (ms: number) => ({
      ...daily,
      overrides: new Map([[id, { time: timed(ms, HOUR_MS) }]]),
    })
    expect(seriesBounds(changed(start - DAY_MS))).toEqual({ start: start - DAY_MS, end })
    expect(seriesBounds(changed(end))).toEqual({ start, end: end + HOUR_MS })
    expect(seriesBounds(changed(start + HOUR_MS))).toEqual({ start, end })
    const titled = { ...daily, overrides: new Map([[id, { title: 'New' }]]) }
    expect(seriesBounds(titled)).toEqual({ start, end })
  })

  test('all-day ones are a day wider, also where only one of them is', () => {
    const days = seriesOf(dayOf('2027-03-08', '2027-03-09'), ['RRULE:FREQ=DAILY;COUNT=5'])
    expect(seriesBounds(days)).toEqual({ start: midnight - DAY_MS, end: midnight + 6 * DAY_MS })
    const one = {
      ...daily,
      overrides: new Map([[id, { time: dayOf('2027-03-09', '2027-03-10') }]]),
    }
    expect(seriesBounds(one)).toEqual({ start: start - DAY_MS, end: end + DAY_MS })
  })

  test('of a series with nothing in it are the wrong way around', () => {
    const none = seriesBounds({ ...daily, recurrence: ['EXDATE:20270308T140000Z'] })
    expect(none.start).toBeGreaterThan(none.end)
    expect(none).toEqual({ start: MAX_INSTANT, end: MIN_INSTANT + HOUR_MS })
  })
})
