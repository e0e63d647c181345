import assert from 'node:assert/strict'
import type { Recorded, TenantKey } from '@kalends/core'
import { compareIn, eventRow, holds, MIN_INSTANT, sortedBy, UTC } from '@kalends/core'
import * as fc from 'fast-check'
import type { AskedOfTenant } from '../arbitraries/index.js'
import { historyAndAskedOfTenant, seriesHistoryAndQueries } from '../arbitraries/index.js'
import { logOf, perform, succeed } from './perform.js'
import { appendAll, occursIn } from './store-series.js'
import type { OpenStore, QueriedStore } from './store.js'
import { TENANT, withStore } from './store.js'
import { isAskedFor, tenantEventsAt } from './tenant-model.js'

/** More than there are in any of these histories. */
const ALL = 10_000

/**
 * STORE-043: the single events of a tenant are those that its log folds to, by what is asked for and then by id; read on
 * behind any of them they are the same, from there on.
 */
export const aTenantIsListedInOrder = (open: OpenStore<QueriedStore>) =>
  fc.asyncProperty(historyAndAskedOfTenant(), ({ steps, queries }) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      const log = await logOf(store, TENANT)
      for (const asked of queries) {
        const { order, direction, filter, limit, afterNth } = asked
        const query = { ...{ tenantId: TENANT, order, direction, filter }, ...placeIn(log, asked) }
        const expected = keysExpected(log, asked)
        const whole = await succeed(store.tenantSingles({ ...query, after: null, limit: ALL }))
        assert.deepEqual(whole, expected)
        const key = expected[afterNth ?? expected.length]
        const after = key === undefined ? null : { value: sortedBy(key, order), uid: key.uid }
        const from = key === undefined ? 0 : expected.indexOf(key) + 1
        const page = await succeed(store.tenantSingles({ ...query, after, limit }))
        assert.deepEqual(page, expected.slice(from, from + limit))
      }
    }),
  )

const placeIn = (
  log: readonly Recorded[],
  { positionsAgo, updatedFromNth }: Pick<AskedOfTenant, 'positionsAgo' | 'updatedFromNth'>,
) => ({
  position: Math.max(0, log.length - positionsAgo),
  updatedFrom: log[updatedFromNth ?? log.length]?.recordedAt ?? MIN_INSTANT,
})

const keysExpected = (log: readonly Recorded[], asked: AskedOfTenant): readonly TenantKey[] => {
  const { order, direction, filter } = asked
  const { position, updatedFrom } = placeIn(log, asked)
  const compare = compareIn(direction)
  const placeOf = (key: TenantKey) => ({
    ...{ start: sortedBy(key, order), uid: key.uid },
    recurrenceId: '',
  })
  return tenantEventsAt(log, position)
    .map(({ key }) => key)
    .filter((key) => key.takesPlace === 'Once' && isAskedFor(key, filter))
    .filter(({ updatedAt }) => updatedAt >= updatedFrom)
    .filter(({ start, end }) => holds(filter.window, start, end))
    .sort((a, b) => compare(placeOf(a), placeOf(b)))
}

/**
 * STORE-044: a tenant's series that have an occurrence in the window are there, each once, as its log folds to it.
 *
 * There may be series without an occurrence in the window.
 */
export const noSeriesOfATenantIsMissed = (open: OpenStore<QueriedStore>) =>
  fc.asyncProperty(seriesHistoryAndQueries(), ({ steps, queries }) =>
    withStore(open, async (store) => {
      await appendAll(store, steps)
      const log = await logOf(store, TENANT)
      const uids = [null, null, ...new Set(steps.map(({ uid }) => uid))]
      for (const [index, { positionsAgo, window }] of queries.entries()) {
        const { position } = placeIn(log, { positionsAgo, updatedFromNth: null })
        const calendarId = index % 4 === 3 ? 'primary-bob' : null
        const filter = { uid: uids[index % uids.length] ?? null, calendarId, window }
        const rows = await succeed(store.tenantSeries({ tenantId: TENANT, position, filter }))
        const series = tenantEventsAt(log, position).filter(
          ({ key }) => key.takesPlace === 'Repeatedly' && isAskedFor(key, filter),
        )
        const given = new Map(rows.map((row) => [row.key.uid, row]))
        assert.equal(given.size, rows.length, 'a series is given twice')
        for (const { key, event } of series) {
          const { summary, overrides } = eventRow(event)
          const row = { key, event: { ...summary, overrides } }
          if (given.has(key.uid)) assert.deepEqual(given.get(key.uid), row)
          else assert.ok(!occursIn(event, { window, timeZone: UTC }), `${key.uid} is missed`)
          given.delete(key.uid)
        }
        assert.deepEqual([...given.keys()], [], 'what was not asked for')
      }
    }),
  )
