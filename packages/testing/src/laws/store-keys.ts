import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { history, historyAndKeys } from '../arbitraries/index.js'
import { perform, succeed } from './perform.js'
import type { OpenStore, QueriedStore } from './store.js'
import { TENANT, withStore, withStores } from './store.js'

/** More than there are in any of these histories. */
const ALL = 10_000

/** STORE-040: the keys of single events are the reference's, in its order, cut where they are asked to be cut. */
export const keysAgreeWithTheReference = (
  open: OpenStore<QueriedStore>,
  openReference: OpenStore<QueriedStore>,
) =>
  fc.asyncProperty(historyAndKeys(), ({ steps, queries }) =>
    withStores([open, openReference], async ([store, reference]) => {
      await perform(store, TENANT, steps)
      await perform(reference, TENANT, steps)
      const head = await succeed(store.head(TENANT))
      for (const { positionsAgo, offset, limit, ...range } of queries) {
        const position = Math.max(0, head.position - positionsAgo)
        const asked = { ...range, tenantId: TENANT, position }
        const whole = await succeed(reference.singleKeys({ ...asked, offset: 0, limit: ALL }))
        assert.deepEqual(
          await succeed(store.singleKeys({ ...asked, offset, limit })),
          whole.slice(offset, offset + limit),
        )
      }
    }),
  )

/** STORE-041: single events are counted as often as they have a key. */
export const countsAreThoseOfTheKeys = (open: OpenStore<QueriedStore>) =>
  fc.asyncProperty(historyAndKeys(), ({ steps, queries }) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      const head = await succeed(store.head(TENANT))
      for (const { positionsAgo, offset: _, limit: _limit, direction, ...range } of queries) {
        const position = Math.max(0, head.position - positionsAgo)
        const asked = { ...range, tenantId: TENANT, position }
        const whole = { ...asked, direction, offset: 0, limit: ALL }
        const { length } = await succeed(store.singleKeys(whole))
        assert.equal(await succeed(store.countSingles(asked)), length)
      }
    }),
  )

/** STORE-042: several events are what each is alone, as of any position; those that do not exist are left out. */
export const manyAreAsEachAlone = (open: OpenStore<QueriedStore>) =>
  fc.asyncProperty(history({ minLength: 5 }), ({ steps }) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      const { position: last } = await succeed(store.head(TENANT))
      const known = [...new Set(steps.map(({ uid }) => uid))]
      const uids = ['nothing', ...known.slice(0, MANY), ...known.slice(0, 1)]
      for (const position of new Set([0, 1, Math.floor(last / 2), last])) {
        const many = await succeed(store.events({ tenantId: TENANT, uids, position }))
        for (const uid of uids) {
          const alone = await succeed(store.event({ tenantId: TENANT, uid, position }))
          assert.deepEqual(many.get(uid) ?? null, alone)
          const invited = [...(alone?.participants.keys() ?? [])]
          assert.deepEqual([...(many.get(uid)?.participants.keys() ?? [])], invited)
        }
        assert.ok([...many.keys()].every((uid) => uids.includes(uid)))
      }
      const none = await succeed(store.events({ tenantId: TENANT, uids: [], position: last }))
      assert.equal(none.size, 0)
    }),
  )

const MANY = 5
