import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { listedFor, seriesOf, timed, zoneId } from '../../test/series.js'
import { openSeries } from '../event/index.js'
import type { ListedSeries } from '../occurrence/index.js'
import type { OrderedSource } from '../query/index.js'
import { compareIn } from '../query/index.js'
import { DAY_MS, everything, HOUR_MS, UTC } from '../time/index.js'
import type { SeriesFailure } from './failure.js'
import { isUnbounded, occurrencesOf } from './series-occurrences.js'
import type { Row, Slice } from './singles.js'

const from = Date.UTC(2027, 0, 4, 9)

const sliceOf = (rest: Partial<Slice> = {}): Slice => ({
  viewer: { tenantId: 't', userId: 'bob' },
  filter: {
    window: everything,
    answers: null,
    listing: 'Active',
    direction: 'Ascending',
    timeZone: UTC,
  },
  position: 1,
  direction: 'Ascending',
  from: null,
  count: 51,
  ...rest,
})

const named = (uid: string, listed: ListedSeries): ListedSeries => ({ ...listed, uid })

const all = async (source: OrderedSource<SeriesFailure, Row>, most: number) => {
  const rows: Row[] = []
  while (rows.length < most) {
    const batch = await source()()
    if (E.isLeft(batch)) throw new Error(batch.left.type)
    if (batch.right.length === 0) break
    rows.push(...batch.right)
  }
  return rows.slice(0, most)
}

const keysOf = (rows: readonly Row[]) =>
  rows.map(({ key }) => `${key.start} ${key.uid} ${key.recurrenceId}`)

describe('occurrencesOf', () => {
  test('a page beside 500 endless series looks at no more than the page and one of each', async () => {
    const rules = ['FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY']
    const many = Array.from({ length: 500 }, (_, index) =>
      named(
        `s${index}`,
        listedFor(
          seriesOf(timed(from + (index % 48) * HOUR_MS, HOUR_MS, zoneId('Europe/Berlin')), [
            `RRULE:${rules[index % 3]}`,
          ]),
        ),
      ),
    )
    const looks = many.map((each) => vi.spyOn(openSeries(each.event).source, 'forward'))
    const late = { startFrom: { at: from + 5000 * DAY_MS, closed: true } }
    const slice = sliceOf()
    const rows = await all(
      occurrencesOf(many, { ...slice, filter: { ...slice.filter, window: late } }),
      51,
    )
    expect(rows).toHaveLength(51)
    const examined = looks.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
    // The page has 50: the 51st row says where the next one begins.
    expect(examined).toBeLessThanOrEqual(500 + 50)
    expect(keysOf(rows)).toEqual(
      keysOf(rows.toSorted((a, b) => compareIn('Ascending')(a.key, b.key))),
    )
  })

  test('pages from any row on, in both directions, are pieces of one listing', async () => {
    const series = fc.array(
      fc.record({
        hour: fc.nat({ max: 3 }),
        rule: fc.constantFrom('FREQ=DAILY;COUNT=9', 'FREQ=WEEKLY;COUNT=3', 'FREQ=HOURLY;COUNT=6'),
        movedTo: fc.option(fc.nat({ max: 4 })),
      }),
      { minLength: 1, maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(series, fc.nat(), fc.boolean(), async (drawn, cut, descending) => {
        const listed = drawn.map(({ hour, rule, movedTo }, index) => {
          const one = seriesOf(timed(from + hour * HOUR_MS, HOUR_MS), [`RRULE:${rule}`])
          const id = '2027-01-05T09:00:00' as never
          const went = timed(from + (movedTo ?? 0) * DAY_MS, HOUR_MS)
          return named(
            `s${index}`,
            listedFor(one, movedTo === null ? {} : { overrides: new Map([[id, { time: went }]]) }),
          )
        })
        const direction = descending ? ('Descending' as const) : ('Ascending' as const)
        const whole = await all(occurrencesOf(listed, sliceOf({ direction, count: 1000 })), 1000)
        const at = cut % whole.length
        const start = whole[at]?.key ?? null
        const rest = await all(
          occurrencesOf(listed, sliceOf({ direction, from: start, count: 1000 })),
          1000,
        )
        expect(keysOf(rest)).toEqual(keysOf(whole.slice(at)))
        const other = descending ? ('Ascending' as const) : ('Descending' as const)
        const back = await all(
          occurrencesOf(listed, sliceOf({ direction: other, from: start, count: 1000 })),
          1000,
        )
        expect(keysOf(back)).toEqual(keysOf(whole.slice(0, at + 1).toReversed()))
      }),
      { numRuns: 100 },
    )
  })

  test('only a walk back from the end of time is unbounded', () => {
    const endless = listedFor(seriesOf(timed(from, HOUR_MS), ['RRULE:FREQ=DAILY']))
    const ending = listedFor(seriesOf(timed(from, HOUR_MS), ['RRULE:FREQ=DAILY;COUNT=2']))
    const back = sliceOf({ direction: 'Descending' })
    const { filter } = back
    const until = { ...filter, window: { endTo: { at: from, closed: false } } }
    expect(isUnbounded(endless, back)).toBe(true)
    expect(isUnbounded(ending, back)).toBe(false)
    expect(isUnbounded(endless, sliceOf())).toBe(false)
    expect(isUnbounded(endless, { ...back, filter: until })).toBe(false)
    expect(isUnbounded(endless, { ...back, filter: { ...filter, answers: ['Declined'] } })).toBe(
      false,
    )
    const key = { start: from, uid: 's', recurrenceId: '' }
    expect(isUnbounded(endless, { ...back, from: key })).toBe(false)
  })
})
