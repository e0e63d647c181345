import assert from 'node:assert/strict'
import type { EventStore, Recorded } from '@kalends/core'
import { initialState } from '@kalends/core'
import * as fc from 'fast-check'
import type { Step } from '../arbitraries/index.js'
import { history } from '../arbitraries/index.js'
import { logOf, perform, succeed } from './perform.js'
import type { OpenStore } from './store.js'
import { TENANT, withStore } from './store.js'

const UNKNOWN = 'nobody'

/** STORE-022: pages are cut exactly, at the ends and beyond them; what is not there is empty, not an error. */
export const readsAreExactAtTheEdges = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(history({ minLength: 3, maxLength: 10 }), ({ steps }) =>
    withStore(open, async (store) => {
      await isEmpty(store, TENANT)
      await perform(store, TENANT, steps)
      const log = await logOf(store, TENANT)
      for (const after of [0, 1, log.length - 1, log.length, log.length + 1, 2 ** 31]) {
        for (const limit of [1, 2, log.length, 1000]) {
          const page = await succeed(store.readLog({ tenantId: TENANT, after, limit }))
          assert.deepEqual(page, log.filter(({ position }) => position > after).slice(0, limit))
        }
      }
      await streamsAreCut(store, log, steps)
      await isEmpty(store, UNKNOWN)
    }),
  )

const streamsAreCut = async (
  store: EventStore,
  log: readonly Recorded[],
  steps: readonly Step[],
) => {
  for (const { uid } of steps.slice(0, 3)) {
    const entries = log.filter(({ streamId }) => streamId === uid)
    for (const afterVersion of [0, entries.length - 1, entries.length, entries.length + 1]) {
      for (const limit of [1, 1000]) {
        const stream = { tenantId: TENANT, aggregate: 'event', streamId: uid } as const
        const page = await succeed(store.readStream({ ...stream, afterVersion, limit }))
        const expected = entries.filter(({ version }) => version > afterVersion).slice(0, limit)
        assert.deepEqual(page, expected)
      }
    }
    const other = { tenantId: TENANT, aggregate: 'calendar', streamId: uid } as const
    assert.deepEqual(await succeed(store.readStream({ ...other, afterVersion: 0, limit: 9 })), [])
  }
}

const isEmpty = async (store: EventStore, tenantId: string) => {
  const stream = { tenantId, aggregate: 'event', streamId: UNKNOWN, afterVersion: 0 } as const
  assert.deepEqual(await succeed(store.readLog({ tenantId, after: 0, limit: 9 })), [])
  assert.deepEqual(await succeed(store.readStream({ ...stream, limit: 9 })), [])
  const loaded = await succeed(store.load(tenantId, 'event', UNKNOWN))
  assert.deepEqual(loaded, { state: initialState, version: 0 })
  assert.ok(!(await succeed(store.tenants)).includes(tenantId))
}
