import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, listedFor, NEW_YORK, seriesOf, timed, zoneId } from '../../test/series.js'
import type { EventTime, Override, RecurrenceId, Standing } from '../event/index.js'
import { openSeries, recurrenceIdOf } from '../event/index.js'
import { occurrencesIn } from '../recurrence/index.js'
import { closeWindow, DAY_MS, everything, holds, HOUR_MS, UTC, zoneOf } from '../time/index.js'
import { boundsIn } from './occurrence.js'
import type { ListedSeries, SeriesWalk, Walked } from './series-walk.js'
import { statusAt, timeAt, walkSeries } from './series-walk.js'

const COUNT = 6
const noon = Date.UTC(2027, 2, 8, 12)

const days: EventTime = {
  type: 'AllDay',
  start: date('2027-03-08'),
  end: date('2027-03-10'),
  timeZone: null,
}

const times: readonly EventTime[] = [
  timed(noon, 30 * HOUR_MS),
  timed(noon, HOUR_MS, NEW_YORK),
  timed(noon, 0),
  days,
]

const idsOf = (time: EventTime): readonly RecurrenceId[] => {
  const found = occurrencesIn(openSeries(seriesOf(time, [RULE])), {})
  return E.isLeft(found) ? [] : found.right.localSeconds.map(recurrenceIdOf)
}
const RULE = `RRULE:FREQ=DAILY;COUNT=${COUNT}`

/** Moved to where others are, to before, to behind, or not; cancelled or not. */
const overrides: fc.Arbitrary<Override> = fc.oneof(
  fc.constant({ title: 'Other' }),
  fc.constant({ status: 'Cancelled' as const }),
  fc
    .record({ day: fc.integer({ min: -3, max: 9 }), hours: fc.constantFrom(0, 1, 24) })
    .map(({ day, hours }) => ({ time: timed(noon + day * DAY_MS, hours * HOUR_MS) })),
  fc.constant({ time: days }),
  fc.constant({ time: timed(noon, HOUR_MS), status: 'Cancelled' as const }),
)
const standing = (status: Standing['status']): Standing => ({ status, answer: null })
const standings = fc.constantFrom('Accepted', 'Declined').map(standing)

const series = fc.constantFrom(...times).chain((time) => {
  const ids = idsOf(time)
  const some = <A>(of: fc.Arbitrary<A>) =>
    fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), of), { maxLength: 3, selector: ([id]) => id })
  return fc.tuple(some(overrides), some(standings)).map(([changed, answered]) =>
    listedFor(seriesOf(time, [RULE]), {
      overrides: new Map(changed),
      occurrences: new Map(answered),
    }),
  )
})

const moments = fc.integer({ min: -150, max: 300 }).map((hours) => noon + hours * HOUR_MS)
const bound = fc.record({ at: moments, closed: fc.boolean() })
const windows = fc
  .record(
    { startFrom: bound, startTo: bound, endFrom: bound, endTo: bound, points: moments },
    { requiredKeys: [] },
  )
  .map((window) => closeWindow({ ...everything, ...window }))

const walks: fc.Arbitrary<SeriesWalk> = fc.record({
  window: windows,
  zone: fc.constantFrom(...[UTC, NEW_YORK, zoneId('Asia/Tokyo')].map(zoneOf)),
  direction: fc.constantFrom('forward', 'backward'),
  answers: fc.constantFrom(null, ['Accepted'], ['Declined'], ['Accepted', 'Declined']),
  which: fc.constantFrom('Standing', 'Cancelled', 'All'),
})

const walked = (listed: ListedSeries, walk: SeriesWalk): readonly Walked[] => {
  const walker = walkSeries(listed, walk)
  const all: Walked[] = []
  for (let next = walker(); next !== null; next = walker()) {
    if (next === 'TooCostly' || all.length > 2 * COUNT) throw new Error('it does not end')
    all.push(next)
  }
  return all
}

/** Looks at each occurrence by itself, and sorts what belongs. */
const looked = ({ event, participation }: ListedSeries, walk: SeriesWalk): readonly Walked[] =>
  idsOf(event.time)
    .filter((id) => {
      const cancelled = event.overrides.get(id)?.status === 'Cancelled'
      const stands = walk.which === 'All' || cancelled === (walk.which === 'Cancelled')
      return stands && (walk.answers?.includes(statusAt(participation, id)) ?? true)
    })
    .map((id) => {
      const { start, end } = boundsIn(timeAt(event, id), walk.zone)
      return { start, end, localSeconds: Date.parse(`${id}Z`) / 1000 }
    })
    .filter(({ start, end }) => holds(walk.window, start, end))
    .toSorted(
      (a, b) =>
        (a.start - b.start || a.localSeconds - b.localSeconds) *
        (walk.direction === 'forward' ? 1 : -1),
    )

describe('walkSeries', () => {
  test('walks to what looking at each occurrence finds, in order', () => {
    fc.assert(
      fc.property(series, walks, (listed, walk) => {
        expect(walked(listed, walk)).toEqual(looked(listed, walk))
      }),
      { numRuns: 1000, seed: 8984 },
    )
  })

  test('says so when the next one is too costly to find', () => {
    const far = seriesOf(timed(noon, HOUR_MS, NEW_YORK), ['RRULE:FREQ=DAILY', 'EXRULE:FREQ=DAILY'])
    const walk = { zone: zoneOf(UTC), window: closeWindow(everything), which: 'Standing' } as const
    const id = recurrenceIdOf((noon + DAY_MS) / 1000)
    const moved = listedFor(far, { overrides: new Map([[id, { time: timed(noon, 1) }]]) })
    const declined = listedFor(far, { occurrences: new Map([[id, standing('Declined')]]) })
    for (const listed of [listedFor(far), moved, declined]) {
      const walker = walkSeries(listed, { ...walk, direction: 'forward', answers: null })
      const steps = [walker(), walker(), walker()]
      expect(steps).toContain('TooCostly')
    }
  })
})
