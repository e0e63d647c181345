import { describe, expect, test } from 'vitest'
import { date, listedFor, NEW_YORK, seriesOf, timed, zoneId } from '../../test/series.js'
import type { EventTime, Standing } from '../event/index.js'
import { recurrenceIdOf } from '../event/index.js'
import {
  closeWindow,
  DAY_MS,
  everything,
  HOUR_MS,
  overlapping,
  UTC,
  zoneOf,
} from '../time/index.js'
import type { ListedSeries, SeriesWalk, Walked } from './series-walk.js'
import { walkSeries } from './series-walk.js'

const walkOf = (rest: Partial<SeriesWalk>): SeriesWalk => ({
  window: closeWindow(everything),
  zone: zoneOf(UTC),
  direction: 'forward',
  answers: null,
  which: 'Standing',
  ...rest,
})

const walked = (series: ListedSeries, walk: SeriesWalk, most = 1000): readonly Walked[] => {
  const walker = walkSeries(series, walk)
  const all: Walked[] = []
  while (all.length < most) {
    const next = walker()
    if (next === 'TooCostly') throw new Error(next)
    if (next === null) break
    all.push(next)
  }
  return all
}

const start = Date.UTC(2027, 2, 8, 14)

describe('walkSeries', () => {
  test('a moved occurrence is found where it went and not where it was', () => {
    const series = seriesOf(timed(start, HOUR_MS, NEW_YORK), ['RRULE:FREQ=DAILY;COUNT=5'])
    const id = recurrenceIdOf(Date.UTC(2027, 2, 9, 9) / 1000)
    const went = timed(start + 30 * DAY_MS, HOUR_MS, NEW_YORK)
    const listed = listedFor(series, { overrides: new Map([[id, { time: went }]]) })
    const inItsOldPlace = overlapping(start + DAY_MS, start + DAY_MS + HOUR_MS)
    const inItsNewOne = overlapping(went.start as number, went.end as number)
    expect(walked(listed, walkOf({ window: closeWindow(inItsOldPlace) }))).toEqual([])
    expect(walked(listed, walkOf({ window: closeWindow(inItsNewOne) }))).toEqual([
      { start: went.start, end: went.end, localSeconds: Date.UTC(2027, 2, 9, 9) / 1000 },
    ])
  })

  test('a filter that the series does not meet looks at what was answered alone, so it ends', () => {
    const series = seriesOf(timed(start, HOUR_MS), ['RRULE:FREQ=DAILY'])
    const id = recurrenceIdOf((start + 3 * DAY_MS) / 1000)
    const declined: Standing = { status: 'Declined', answer: null }
    const one = listedFor(series, { occurrences: new Map([[id, declined]]) })
    expect(walked(listedFor(series), walkOf({ answers: ['Declined'] }))).toEqual([])
    expect(walked(one, walkOf({ answers: ['Declined'] })).map((each) => each.start)).toEqual([
      start + 3 * DAY_MS,
    ])
    expect(walked(one, walkOf({ answers: ['Accepted'] }), 5).map((each) => each.start)).toEqual(
      [0, 1, 2, 4, 5].map((days) => start + days * DAY_MS),
    )
  })

  test('an all-day series is on the days of whoever looks, also when one of them was skipped', () => {
    const time: EventTime = {
      type: 'AllDay',
      start: date('2011-12-29'),
      end: date('2011-12-30'),
      timeZone: null,
    }
    const series = listedFor(seriesOf(time, ['RRULE:FREQ=DAILY;COUNT=4']))
    // Samoa had no 30 December 2011.
    const apia = zoneOf(zoneId('Pacific/Apia'))
    const found = walked(series, walkOf({ zone: apia }))
    expect(found.map((each) => (each.end - each.start) / HOUR_MS)).toEqual([24, 0, 24, 24])
    expect(walked(series, walkOf({ zone: apia, direction: 'backward' }))).toEqual(
      found.toReversed(),
    )
  })
})
