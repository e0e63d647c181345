import assert from 'node:assert/strict'
import type { Append, DeadTo, OutboxMessage, WebhookDomainEvent } from '@kalends/core'
import { WEBHOOKS_STREAM } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { history } from '../arbitraries/index.js'
import { perform, succeed } from './perform.js'
import type { OpenStore, Store } from './store.js'
import { TENANT, withStore } from './store.js'

const MANY = 1000

/**
 * STORE-050: a dead message is not tried again and is listed with its reason, the oldest first; revived, once and by whom it is
 * for, it is tried as a new one under the same id.
 */
export const deadLettersAreKept = (open: OpenStore) =>
  fc.asyncProperty(history({ minLength: 3, maxLength: 15 }), ({ steps }) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      const now = Date.now() + 1000
      const claimed = await claim(store, now, 'one')
      for (const message of claimed) {
        await succeed(store.settle(message, 'one', { type: 'Dead', reason: message.messageId }))
      }
      assert.equal(await succeed(store.nextDue), null)
      const recipients = new Set(claimed.map(({ recipient }) => recipient))
      for (const recipient of recipients) {
        const theirs = claimed.filter((message) => message.recipient === recipient)
        await checkDead(store, { to: { ...TO, recipient }, theirs, now })
      }
      const again = await claim(store, now + 1, 'two')
      assert.deepEqual(byId(again), byId(claimed))
    }),
  )

const TO = { tenantId: TENANT, audience: 'Users' } as const

const checkDead = async (
  store: Store,
  {
    to,
    theirs,
    now,
  }: { readonly to: DeadTo; readonly theirs: readonly OutboxMessage[]; readonly now: number },
): Promise<void> => {
  const dead = await succeed(store.dead({ ...to, limit: MANY }))
  assert.deepEqual(
    dead.map(({ message, reason }) => [message.messageId, message.attempts, reason]).sort(),
    theirs.map(({ messageId }) => [messageId, 1, messageId]).sort(),
  )
  const positions = dead.map(({ message }) => message.position)
  assert.deepEqual(
    positions,
    positions.toSorted((a, b) => a - b),
  )
  assert.equal((await succeed(store.dead({ ...to, limit: 1 }))).length, Math.min(1, dead.length))
  for (const others of othersThan(to)) {
    const messageId = theirs[0]?.messageId ?? ''
    assert.deepEqual(await succeed(store.dead({ ...others, limit: MANY })), [])
    assert.equal(await succeed(store.revive({ ...others, messageId, dueAt: now })), 'NotThere')
  }
  for (const { messageId } of theirs) {
    assert.equal(await succeed(store.revive({ ...to, messageId, dueAt: now + 1 })), 'Revived')
    assert.equal(await succeed(store.revive({ ...to, messageId, dueAt: now })), 'NotThere')
  }
  assert.equal(await succeed(store.nextDue), now + 1)
}

const othersThan = (to: DeadTo): readonly DeadTo[] => [
  { ...to, tenantId: 'another' },
  { ...to, recipient: 'somebody' },
  { ...to, audience: 'Webhooks' },
]

/** STORE-051: what is claimed for users is for users, what is claimed for webhooks for webhooks, each when it is due. */
export const audiencesAreApart = (open: OpenStore) =>
  fc.asyncProperty(history({ minLength: 1, maxLength: 10 }), ({ steps }) =>
    withStore(open, async (store) => {
      await succeed(store.append(webhookAppend(HAPPENED)))
      const now = Date.now() + 100_000
      assert.equal(await succeed(store.nextDueTo('Users')), null)
      const due = (await succeed(store.nextDueTo('Webhooks'))) ?? 0
      assert.ok(due <= now && due === (await succeed(store.nextDue)))
      await perform(store, TENANT, steps)
      const request = { now, until: now + 10, limit: MANY, token: 'one' }
      const users = await succeed(store.claim({ ...request, audience: 'Users' }))
      assert.ok(users.every(({ kind }) => kind !== 'Webhook'))
      const webhooks = await succeed(store.claim({ ...request, audience: 'Webhooks' }))
      assert.deepEqual(
        webhooks.map(({ kind, recipient, position }) => [kind, recipient, position]),
        [['Webhook', 'w', 2]],
      )
      assert.deepEqual(await succeed(store.claim(request)), [])
    }),
  )

const HAPPENED: readonly WebhookDomainEvent[] = [
  {
    type: 'WebhookSubscribed',
    at: 0,
    ...{ id: 'w', url: 'https://example.com/', createdBy: 'ann', position: 0 },
    triggers: ['EventsUpdate'],
  },
  { type: 'UpdatesAnnounced', at: 0, after: 0, position: 1, from: 0 },
]

const webhookAppend = (happened: readonly WebhookDomainEvent[]): Append<never> => ({
  ...{ tenantId: TENANT, commandId: 'webhooks', fingerprint: null },
  actor: { type: 'System', name: 'test' },
  ...{ causationId: null, correlationId: null },
  streams: [
    {
      aggregate: 'webhook',
      streamId: WEBHOOKS_STREAM,
      expected: { type: 'Any' },
      decide: () =>
        E.right(happened.map((each, index) => ({ eventId: idOf(index), happened: each }))),
    },
  ],
})

const idOf = (index: number): string => `01890000-0000-7000-8000-00000000000${index}`

const claim = (store: Store, now: number, token: string): Promise<readonly OutboxMessage[]> =>
  succeed(store.claim({ now, until: now + 10, limit: MANY, token }))

const byId = (messages: readonly OutboxMessage[]) =>
  messages.toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1))
