import assert from 'node:assert/strict'
import type { EventStore, Recorded } from '@kalends/core'
import * as fc from 'fast-check'
import { history } from '../arbitraries/index.js'
import { logOf, perform, succeed } from './perform.js'
import type { OpenStore } from './store.js'
import { counting, TENANT, withStore } from './store.js'

/** STORE-003: positions and versions have no gaps, stamps never go back, pages join to the whole log. */
export const theLogHasNoGaps = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(history({ minLength: 5 }), fc.integer({ min: 1, max: 7 }), ({ steps }, limit) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      const log = await readInPages(store, limit)
      assert.deepEqual(log, await logOf(store, TENANT))
      assert.deepEqual(
        log.map(({ position }) => position),
        counting(log.length),
      )
      const stamps = log.map(({ recordedAt }) => recordedAt)
      assert.deepEqual(
        stamps,
        stamps.toSorted((a, b) => a - b),
      )
      for (const streamId of new Set(log.map((each) => each.streamId))) {
        const stream = { tenantId: TENANT, aggregate: 'event', streamId } as const
        const entries = await succeed(store.readStream({ ...stream, afterVersion: 0, limit: 1000 }))
        assert.deepEqual(
          entries,
          log.filter((each) => each.streamId === streamId),
        )
        assert.deepEqual(
          entries.map(({ version }) => version),
          counting(entries.length),
        )
      }
    }),
  )

const readInPages = async (store: EventStore, limit: number): Promise<readonly Recorded[]> => {
  const log: Recorded[] = []
  for (;;) {
    const page = await succeed(store.readLog({ tenantId: TENANT, after: log.length, limit }))
    assert.ok(page.length <= limit)
    if (page.length === 0) return log
    log.push(...page)
    assert.ok(log.length < 10_000, 'the log does not end')
  }
}
