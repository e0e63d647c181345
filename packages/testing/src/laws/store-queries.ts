import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { history, seriesHistoryAndQueries } from '../arbitraries/index.js'
import { logOf, perform, succeed } from './perform.js'
import { appendAll } from './store-series.js'
import type { OpenStore, QueriedStore } from './store.js'
import { TENANT, withStore, withStores } from './store.js'

/** STORE-030: the position at a moment is that of the last entry recorded by then, 0 before the first. */
export const positionsFollowTheStamps = (open: OpenStore<QueriedStore>) =>
  fc.asyncProperty(history({ minLength: 3, maxLength: 10 }), ({ steps }) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      const log = await logOf(store, TENANT)
      const stamps = log.flatMap(({ recordedAt: at }) => [at - 1, at, at + 1])
      for (const at of new Set([0, ...stamps])) {
        const expected = log.findLast(({ recordedAt }) => recordedAt <= at)?.position ?? 0
        assert.equal(await succeed(store.positionAt(TENANT, at)), expected)
      }
      assert.equal(await succeed(store.positionAt('nobody', Date.now())), 0)
    }),
  )

/** Positions of a history at which all is asked: each costs as much as a history of singles. */
const SOME_QUERIES = 5

/** STORE-031: where events become series, and single again, both lists are the reference's at every position. */
export const seriesAgreeWithTheReference = (
  open: OpenStore<QueriedStore>,
  openReference: OpenStore<QueriedStore>,
) =>
  fc.asyncProperty(seriesHistoryAndQueries(), ({ steps, queries }) =>
    withStores([open, openReference], async ([store, reference]) => {
      await appendAll(store, steps)
      await appendAll(reference, steps)
      const { position: last } = await succeed(store.head(TENANT))
      for (let position = 0; position <= last; position += 1) {
        for (const { positionsAgo: _, timeZone: _zone, ...query } of queries.slice(
          0,
          SOME_QUERIES,
        )) {
          const asked = { ...query, tenantId: TENANT, position }
          assert.deepEqual(await rowsOf(store, asked), await rowsOf(reference, asked))
        }
      }
    }),
  )

const rowsOf = async (store: QueriedStore, asked: Parameters<QueriedStore['series']>[0]) => {
  const page = { answers: null, from: null, direction: 'Ascending', limit: 1000 } as const
  const series = await succeed(store.series(asked))
  return {
    timed: await succeed(store.singles({ ...asked, ...page, time: 'Timed' })),
    allDay: await succeed(store.singles({ ...asked, ...page, time: 'AllDay' })),
    series: series.toSorted((a, b) => (a.uid < b.uid ? -1 : 1)),
  }
}
