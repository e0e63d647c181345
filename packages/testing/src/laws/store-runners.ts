import assert from 'node:assert/strict'
import type { Outbox, OutboxMessage } from '@kalends/core'
import * as fc from 'fast-check'
import { history } from '../arbitraries/index.js'
import { perform, succeed } from './perform.js'
import { messagesPlanned } from './planned-messages.js'
import type { OpenStore } from './store.js'
import { TENANT, withStore } from './store.js'

/**
 * STORE-010: every planned message is claimed once while its lease lasts, again when it is over, and never
 * after it was delivered.
 */
export const messagesAreLeased = (open: OpenStore) =>
  fc.asyncProperty(history({ maxLength: 15 }), fc.integer({ min: 1, max: 5 }), ({ steps }, limit) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      const now = Date.now() + 1000
      const first = await claimAll(store, { now, until: now + 10, limit, token: 'one' })
      assert.deepEqual(unstamped(first), unstamped(messagesPlanned(TENANT, steps)))
      assert.deepEqual(
        await claimAll(store, { now: now + 9, until: now + 20, limit, token: 'two' }),
        [],
      )
      const again = await claimAll(store, { now: now + 10, until: now + 20, limit, token: 'two' })
      assert.deepEqual(byId(again), byId(first))
      for (const message of first)
        await succeed(store.settle(message, 'one', { type: 'Delivered' }))
      assert.equal(await succeed(store.nextDue), first.length === 0 ? null : now + 20)
      for (const message of again)
        await succeed(store.settle(message, 'two', { type: 'Delivered' }))
      assert.equal(await succeed(store.nextDue), null)
    }),
  )

type Claim = Parameters<Outbox['claim']>[0]

const claimAll = async (store: Outbox, claim: Claim): Promise<readonly OutboxMessage[]> => {
  const all: OutboxMessage[] = []
  for (;;) {
    const claimed = await succeed(store.claim(claim))
    assert.ok(claimed.length <= claim.limit)
    if (claimed.length === 0) return all
    all.push(...claimed)
    assert.ok(all.length < 10_000, 'what is leased is claimed again')
  }
}

const byId = (messages: readonly OutboxMessage[]) =>
  messages.toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1))

const unstamped = (messages: readonly OutboxMessage[]) =>
  byId(messages).map(({ recordedAt: _recordedAt, ...message }) => message)

/** STORE-012: a consumer's checkpoint begins at 0, is its own, and never goes back. */
export const checkpointsNeverGoBack = (open: OpenStore) =>
  fc.asyncProperty(fc.array(fc.nat(20), { maxLength: 10 }), (positions) =>
    withStore(open, async (store) => {
      let highest = 0
      for (const position of positions) {
        assert.equal(await succeed(store.position('consumer', TENANT)), highest)
        await succeed(store.advance('consumer', TENANT, position))
        highest = Math.max(highest, position)
      }
      assert.equal(await succeed(store.position('consumer', TENANT)), highest)
      assert.equal(await succeed(store.position('another', TENANT)), 0)
      assert.equal(await succeed(store.position('consumer', 'another')), 0)
    }),
  )
