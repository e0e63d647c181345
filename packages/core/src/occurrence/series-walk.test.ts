import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, listedFor, NEW_YORK, seriesOf, timed, zoneId } from '../../test/series.js'
import type {
  EventTime,
  Override,
  ParticipationStatus,
  RecurrenceId,
  Standing,
} from '../event/index.js'
import { openSeries, recurrenceIdOf } from '../event/index.js'
import { occurrencesIn } from '../recurrence/index.js'
import type { ClosedWindow } from '../time/index.js'
import {
  addDays,
  closeWindow,
  containedIn,
  DAY_MS,
  everything,
  holds,
  HOUR_MS,
  overlapping,
  UTC,
  zoneOf,
} from '../time/index.js'
import { boundsIn } from './occurrence.js'
import { seriesBounds } from './series-bounds.js'
import type { ListedSeries, SeriesWalk, Walked } from './series-walk.js'
import { compareWalked, statusAt, timeAt, walkSeries } from './series-walk.js'

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

/** What a walk should find, by looking at every occurrence there is; the set must end. */
const everyOne = (series: ListedSeries, walk: SeriesWalk): readonly Walked[] => {
  const found = occurrencesIn(openSeries(series.event), {})
  if (E.isLeft(found)) throw new Error(found.left.type)
  return found.right.localSeconds
    .flatMap((localSeconds) => {
      const id = recurrenceIdOf(localSeconds)
      const { start, end } = boundsIn(timeAt(series.event, id), walk.zone)
      const cancelled = series.event.overrides.get(id)?.status === 'Cancelled'
      const wanted =
        holds(walk.window, start, end) &&
        (walk.which === 'All' || cancelled === (walk.which === 'Cancelled')) &&
        (walk.answers === null || walk.answers.includes(statusAt(series.participation, id)))
      return wanted ? [{ start, end, localSeconds }] : []
    })
    .sort((a, b) => compareWalked(a, b, walk.direction))
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

  const zones = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'].map(zoneId)
  const rules = [
    'FREQ=DAILY;COUNT=40',
    'FREQ=WEEKLY;COUNT=12',
    'FREQ=MONTHLY;COUNT=6',
    'FREQ=HOURLY;INTERVAL=5;COUNT=60',
  ]
  const statuses: readonly ParticipationStatus[] = ['Accepted', 'Declined', 'NeedsAction']
  const kinds = ['Timed', 'AllDay'] as const
  const lengths = [0, HOUR_MS, 26 * HOUR_MS]
  /** Days before a change of the clock in the zones above. */
  const firsts = [Date.UTC(2027, 2, 10), Date.UTC(2027, 9, 30), Date.UTC(2027, 3, 1)]

  const drawn = fc.record({
    kind: fc.constantFrom(...kinds),
    zone: fc.constantFrom(...zones),
    viewerZone: fc.constantFrom(...zones),
    rule: fc.constantFrom(...rules),
    first: fc.constantFrom(...firsts),
    hour: fc.integer({ min: 0, max: 23 }),
    lasting: fc.constantFrom(...lengths),
    status: fc.constantFrom(...statuses),
    answers: fc.option(fc.subarray([...statuses], { minLength: 1 })),
    which: fc.constantFrom('Standing' as const, 'Cancelled' as const, 'All' as const),
    exceptions: fc.array(
      fc.record({
        nth: fc.nat({ max: 11 }),
        movedBy: fc.option(fc.integer({ min: -40, max: 40 })),
        cancelled: fc.boolean(),
        answer: fc.option(fc.constantFrom(...statuses)),
      }),
      { maxLength: 6 },
    ),
    cut: fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }), fc.constantFrom(-1, 0, 1)),
    windowKind: fc.constantFrom(
      'overlapping' as const,
      'containedIn' as const,
      'everything' as const,
    ),
  })

  const seriesFrom = (d: typeof drawn extends fc.Arbitrary<infer A> ? A : never): ListedSeries => {
    const day = date(new Date(d.first).toISOString().slice(0, 10))
    const time: EventTime =
      d.kind === 'AllDay'
        ? {
            type: 'AllDay',
            start: day,
            end: addDays(day, d.lasting > DAY_MS ? 2 : 1),
            timeZone: null,
          }
        : timed(zoneOf(d.zone).instantOf(d.first + d.hour * HOUR_MS), d.lasting, d.zone)
    const rule = d.kind === 'AllDay' && d.rule.startsWith('FREQ=HOURLY') ? rules[0] : d.rule
    const series = seriesOf(time, [`RRULE:${rule}`])
    const all = occurrencesIn(openSeries(series), {})
    if (E.isLeft(all)) throw new Error(all.left.type)
    const overrides = new Map<RecurrenceId, Override>()
    const occurrences = new Map<RecurrenceId, Standing>()
    for (const { nth, movedBy, cancelled, answer } of d.exceptions) {
      const localSeconds = all.right.localSeconds[nth]
      if (localSeconds === undefined) continue
      const id = recurrenceIdOf(localSeconds)
      const start = (all.right.startMs[nth] ?? 0) + (movedBy ?? 0) * 7 * HOUR_MS
      if (movedBy !== null || cancelled) {
        overrides.set(id, {
          ...(movedBy === null ? {} : { time: timed(start, HOUR_MS, d.zone) }),
          ...(cancelled ? { status: 'Cancelled' as const } : {}),
        })
      }
      if (answer !== null) occurrences.set(id, { status: answer, answer: null })
    }
    return listedFor(series, { overrides, status: d.status, occurrences })
  }

  const windowFrom = (
    { cut: [a, b, nudge], windowKind }: typeof drawn extends fc.Arbitrary<infer A> ? A : never,
    edges: readonly number[],
  ): ClosedWindow => {
    const from = (edges[a % edges.length] ?? 0) + nudge
    const to = Math.max(from, (edges[b % edges.length] ?? 0) + nudge)
    switch (windowKind) {
      case 'overlapping':
        return closeWindow(overlapping(from, to))
      case 'containedIn':
        return closeWindow(containedIn(from, to))
      case 'everything':
        return closeWindow(everything)
    }
  }

  test('finds exactly what looking at every occurrence finds, in both directions', () => {
    let notTrivial = 0
    fc.assert(
      fc.property(drawn, (d) => {
        const series = seriesFrom(d)
        const base = walkOf({ zone: zoneOf(d.viewerZone), answers: d.answers, which: d.which })
        const all = everyOne(series, { ...base, which: 'All', answers: null })
        const edges = all.flatMap((each) => [each.start, each.end])
        const walk = { ...base, window: windowFrom(d, edges) }
        const expected = everyOne(series, walk)
        if (expected.length > 0 && expected.length < all.length) notTrivial += 1
        expect(walked(series, walk)).toEqual(expected)
        const backward = { ...walk, direction: 'backward' as const }
        expect(walked(series, backward)).toEqual(expected.toReversed())
      }),
      { numRuns: 400 },
    )
    expect(notTrivial).toBeGreaterThan(100)
  })

  test('the bounds of a series hold all its occurrences, for whoever looks', () => {
    fc.assert(
      fc.property(drawn, (d) => {
        const listed = seriesFrom(d)
        const bounds = seriesBounds(listed.event)
        for (const each of everyOne(listed, walkOf({ zone: zoneOf(d.viewerZone), which: 'All' }))) {
          expect(each.start).toBeGreaterThanOrEqual(bounds.start)
          expect(each.end).toBeLessThanOrEqual(bounds.end)
        }
      }),
      { numRuns: 100 },
    )
  })
})
