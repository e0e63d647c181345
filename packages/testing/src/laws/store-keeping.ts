import assert from 'node:assert/strict'
import type { EventStore, Recorded } from '@kalends/core'
import { evolve, initialState } from '@kalends/core'
import * as fc from 'fast-check'
import { history } from '../arbitraries/index.js'
import { once } from './once.js'
import { appendOf, logOf, newEvent, perform, succeed } from './perform.js'
import { onStream, recording, retitled } from './recording.js'
import type { OpenStore } from './store.js'
import { TENANT, withOpened, withStore } from './store.js'

/** STORE-027: what was appended is there when the store is opened again, and goes on where it was. */
export const closingForgetsNothing = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(history({ minLength: 5, maxLength: 15 }), fc.nat(), ({ steps }, at) =>
    withOpened(open, async ({ store, reopen }) => {
      assert.ok(reopen)
      const cut = at % steps.length
      await perform(store, TENANT, steps.slice(0, cut))
      const log = await logOf(store, TENANT)
      await withStore(reopen, async (again) => {
        assert.deepEqual(await logOf(again, TENANT), log)
        await isTheFoldOf(again, log)
        await repeatsItself(again, log)
        for (const [index, step] of steps.entries()) {
          if (index >= cut) await again.append(appendOf(TENANT, step, index))()
        }
        await isTheFoldOf(again, await logOf(again, TENANT))
      })
    }),
  )

/** A command id that was run gives its first result still. */
const repeatsItself = async (store: EventStore, log: readonly Recorded[]) => {
  for (const { streamId, eventId, happened } of log.slice(0, 3)) {
    if (happened.type !== 'Created' || !('uid' in happened)) continue
    const again = recording('again', [onStream(streamId, [{ eventId, happened }])])
    assert.equal((await succeed(store.append(again))).replayed, true)
  }
}

/**
 * STORE-028: data of every earlier schema is read as what it was: a log without gaps, streams that fold to
 * what is loaded; and it can be appended to.
 */
export const earlierSchemasAreRead = (open: OpenStore<EventStore>) =>
  once(() =>
    withOpened(open, async ({ fixtures }) => {
      assert.ok(fixtures !== undefined && fixtures.length > 0, 'there is no fixture')
      for (const fixture of fixtures) {
        await withStore(fixture.open, async (store) => {
          const tenants = await succeed(store.tenants)
          assert.ok(tenants.length > 0, `${fixture.name} is empty`)
          for (const tenantId of tenants) await isReadable(store, tenantId)
        })
      }
    }),
  )

/** Numbers of event ids that no fixture has. */
const NEVER_USED = 2 ** 44

const isReadable = async (store: EventStore, tenantId: string) => {
  const log = await logOf(store, tenantId)
  await isTheFoldOf(store, log)
  const [first] = log
  if (first === undefined) return
  const change = onStream(first.streamId, [newEvent(retitled('today'), NEVER_USED)], {
    type: 'Exists',
  })
  const { position } = await succeed(store.append(recording('today', [change], { tenantId })))
  assert.equal(position, log.length + 1)
  await isTheFoldOf(store, await logOf(store, tenantId))
}

/** Positions and versions without gaps, and every event loaded as its part of the log folds. */
export const isTheFoldOf = async (store: EventStore, log: readonly Recorded[]): Promise<void> => {
  const loaded = new Map<string, { state: typeof initialState; version: number }>()
  for (const [index, recorded] of log.entries()) {
    assert.equal(recorded.position, index + 1)
    if (recorded.aggregate !== 'event') continue
    const before = loaded.get(recorded.streamId) ?? { state: initialState, version: 0 }
    assert.equal(recorded.version, before.version + 1)
    const state = evolve(before.state, recorded.happened)
    loaded.set(recorded.streamId, { state, version: recorded.version })
  }
  for (const [streamId, expected] of loaded) {
    const { tenantId } = log[0] ?? assert.fail('an empty log has no streams')
    assert.deepEqual(await succeed(store.load(tenantId, 'event', streamId)), expected)
  }
}
