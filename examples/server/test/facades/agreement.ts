import assert from 'node:assert/strict'
import type { Filter, Instant, Viewer } from '@kalends/core'
import { DAY_MS, overlapping } from '@kalends/core'
import type { HappenedStep, ListedPage, ListedRow, Pages, Step } from '@kalends/testing'
import {
  appendAll,
  history,
  perform,
  record,
  seriesHistory,
  TENANT,
  viewerOf,
  withOpened,
} from '@kalends/testing'
import * as fc from 'fast-check'
import { FROM_THE_END } from './graphql-pages.js'
import type { openFacades } from './opened.js'

/** Two facades over one empty store. */
export interface Pair {
  readonly store: ReturnType<typeof openFacades>['store']
  readonly native: Pages
  readonly graphql: Pages
  readonly close: () => Promise<void>
}

/** Opens a fresh pair, once for each run. */
export type OpenPair = () => Promise<Pair>

/**
 * The native list and `getCalendarEvents` give the same viewer the same occurrences of the same window: the same ids,
 * starts, ends and answers, whichever way their pages are read.
 *
 * `getCalendarEvents` also has public events of others, which carry no answer: those are another law's.
 */
export const facadesAgree = (open: OpenPair) =>
  fc.asyncProperty(calendars(), ({ happened, listings }) =>
    withOpened(open, async ({ store, native, graphql }) => {
      await perform(store, TENANT, happened.steps)
      await appendAll(store, happened.series)
      for (const { viewer, from, to, size } of listings) {
        const expected = (await forward(native, { viewer, filter: nativeFilter(from, to), size }))
          .flat()
          .filter(({ start, end }) => end > from || start === end) // it cannot be asked for those at `from`
        const listing = { viewer, filter: filterOf(overlapping(from, to)), size }
        const onward = await forward(graphql, listing)
        assert.deepEqual(own(onward.flat()), expected)
        const back = await backward(graphql, listing)
        assert.deepEqual(own(back.toReversed().flat()), expected)
      }
    }),
  )

/** What happened to single events, or to series, and what is asked of both facades after it. */
const calendars = () =>
  fc.oneof(
    history({ minLength: 10, maxLength: 25 }).chain(({ night, steps }) =>
      asked(night.around, { steps, series: [] }),
    ),
    seriesHistory().chain(({ night, steps: series }) => asked(night.around, { steps: [], series })),
  )

interface Happened {
  readonly steps: readonly Step[]
  readonly series: readonly HappenedStep[]
}

const asked = (around: Instant, happened: Happened) =>
  record({
    happened: fc.constant(happened),
    listings: fc.array(asking(around), { minLength: 4, maxLength: 4 }),
  })

const asking = (around: Instant) =>
  record({
    viewer: viewerOf(TENANT),
    from: fc.integer({ min: -4 * 24, max: 3 * 24 }).map((hours) => around + hours * HOUR_MS),
    lengthMs: fc.constantFrom(1, HOUR_MS, DAY_MS, 9 * DAY_MS),
    size: fc.integer({ min: 2, max: 20 }),
  }).map(({ lengthMs, ...each }) => ({ ...each, to: each.from + lengthMs }))

const HOUR_MS = 3_600_000

interface Asked {
  readonly viewer: Viewer
  readonly filter: Filter
  readonly size: number
}

const filterOf = (window: Filter['window']): Filter => ({
  window,
  answers: null,
  listing: 'Active',
  direction: 'Ascending',
  timeZone: 'UTC' as Filter['timeZone'],
})

/** The native bounds: `end_after` is not included, `start_before` is. */
const nativeFilter = (from: Instant, to: Instant): Filter =>
  filterOf({ endFrom: { at: from - 1, closed: false }, startTo: { at: to - 1, closed: true } })

const own = (rows: readonly ListedRow[]) => rows.filter(({ status }) => status !== null)

const forward = (pages: Pages, asked: Asked) => walk(pages, asked, { from: null, way: 'next' })

const backward = (pages: Pages, asked: Asked) =>
  walk(pages, asked, { from: FROM_THE_END, way: 'previous' })

const walk = async (
  pages: Pages,
  { viewer, filter, size }: Asked,
  { from, way }: { readonly from: string | null; readonly way: 'next' | 'previous' },
): Promise<readonly ListedPage['items'][]> => {
  const walked: ListedPage['items'][] = []
  let cursor = from
  do {
    const sent = cursor === null ? {} : { cursor }
    const page: ListedPage = await pages({ viewer, filter, limit: size, ...sent })
    walked.push(page.items)
    assert.ok(walked.length < 1000, 'the pages do not end')
    cursor = page[way]
  } while (cursor !== null)
  return walked
}
