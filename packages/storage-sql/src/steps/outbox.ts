import type {
  DeadMessage,
  DeadTo,
  Instant,
  OutboxAudience,
  OutboxMessage,
  Settlement,
} from '@kalends/core'
import type { OutboxTable } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask, askOne } from '../sql/steps.js'
import { template } from '../sql/template.js'

/** Puts messages into the outbox, due at once. */
export function* writeMessages(messages: readonly OutboxMessage[]): Steps<never, void> {
  for (const message of messages) yield* ask(insertMessage, message)
}

/** What a runner claims. */
export interface Claim {
  readonly now: Instant
  readonly until: Instant
  readonly limit: number
  readonly token: string
  readonly audience?: OutboxAudience
}

/** Leases the oldest due messages. In a transaction that keeps other writers out. */
export function* claimMessages(claim: Claim): Steps<never, readonly OutboxMessage[]> {
  const rows = yield* ask(dueMessages[claim.audience ?? 'All'], claim)
  for (const { tenant_id: tenantId, message_id: messageId } of rows) {
    yield* ask(leaseMessage, { tenantId, messageId, token: claim.token, until: claim.until })
  }
  return rows.map(messageOf)
}

/** Settles a message if the lease still holds. */
export function* settleMessage(
  { tenantId, messageId }: OutboxMessage,
  token: string,
  outcome: Settlement,
): Steps<never, void> {
  const lease = { tenantId, messageId, token }
  switch (outcome.type) {
    case 'Delivered':
      yield* ask(deleteMessage, lease)
      return
    case 'Failed':
      yield* ask(postponeMessage, { ...lease, dueAt: outcome.dueAt, reason: outcome.reason })
      return
    case 'Dead':
      yield* ask(buryMessage, { ...lease, reason: outcome.reason })
  }
}

/** When the next message is due, also one that is leased now. */
export function* nextDueMessage(audience: Audience): Steps<never, Instant | null> {
  const next = yield* askOne(earliestDue[audience], {})
  return next?.due_at ?? null
}

/** Dead messages to one recipient, oldest first. */
export function* deadMessages(
  request: DeadTo & { readonly limit: number },
): Steps<never, readonly DeadMessage[]> {
  const rows = yield* ask(deadTo[request.audience], request)
  return rows.map((row) => ({ message: messageOf(row), reason: row.reason ?? '' }))
}

/** Lets a dead message be tried again as a new one. */
export function* reviveMessage(revival: Revival): Steps<never, 'Revived' | 'NotThere'> {
  const revived = yield* askOne(reviveTo[revival.audience], revival)
  return revived === null ? 'NotThere' : 'Revived'
}

/** Which dead message is to be tried again, and when. */
export type Revival = DeadTo & { readonly messageId: string; readonly dueAt: Instant }

type Audience = OutboxAudience | 'All'

/** A message's kind as the outbox stores it. */
export type StoredKind = OutboxMessage['kind']

const messageOf = (row: OutboxTable): OutboxMessage => ({
  tenantId: row.tenant_id,
  messageId: row.message_id,
  position: row.position,
  recordedAt: row.recorded_at,
  kind: row.kind as StoredKind,
  recipient: row.recipient,
  uid: row.uid,
  recurrenceId: row.recurrence_id,
  revision: row.revision,
  sequence: row.sequence,
  attempts: row.attempts,
})

interface Lease {
  readonly tenantId: string
  readonly messageId: string
  readonly token: string
}

const insertMessage = template((db, p: OutboxMessage) =>
  db.insertInto('kalends_outbox').values({
    tenant_id: p.tenantId,
    message_id: p.messageId,
    position: p.position,
    recorded_at: p.recordedAt,
    kind: p.kind,
    recipient: p.recipient,
    uid: p.uid,
    revision: p.revision,
    sequence: p.sequence,
    attempts: p.attempts,
    due_at: p.recordedAt,
    lease: null,
    dead: 0,
    reason: null,
    recurrence_id: p.recurrenceId,
  }),
)

const WEBHOOK: StoredKind = 'Webhook'
const IS_OF = { Users: '!=', Webhooks: '=' } as const

const forEach = <T>(make: (audience: Audience) => T): Readonly<Record<Audience, T>> => ({
  Users: make('Users'),
  Webhooks: make('Webhooks'),
  All: make('All'),
})

// `dead` is a literal, so that the partial index is seen to hold every row asked for.
const dueMessages = forEach((audience) =>
  template((db, p: Claim) => {
    const due = db
      .selectFrom('kalends_outbox')
      .selectAll()
      .where((eb) => eb('dead', '=', eb.lit(0)))
      .where('due_at', '<=', p.now)
      .orderBy('position')
      .orderBy('tenant_id')
      .orderBy('message_id')
      .limit(p.limit)
    return audience === 'All' ? due : due.where('kind', IS_OF[audience], WEBHOOK)
  }),
)

const earliestDue = forEach((audience) =>
  template((db) => {
    const earliest = db
      .selectFrom('kalends_outbox')
      .select((eb) => eb.fn.min('due_at').as('due_at'))
      .where((eb) => eb('dead', '=', eb.lit(0)))
    return audience === 'All' ? earliest : earliest.where('kind', IS_OF[audience], WEBHOOK)
  }),
)

const deadTo = forEach((audience) =>
  template((db, p: DeadTo & { readonly limit: number }) => {
    const dead = db
      .selectFrom('kalends_outbox')
      .selectAll()
      .where('tenant_id', '=', p.tenantId)
      .where((eb) => eb('dead', '=', eb.lit(1)))
      .where('recipient', '=', p.recipient)
      .orderBy('position')
      .orderBy('message_id')
      .limit(p.limit)
    return audience === 'All' ? dead : dead.where('kind', IS_OF[audience], WEBHOOK)
  }),
)

const reviveTo = forEach((audience) =>
  template((db, p: Revival) => {
    const revived = db
      .updateTable('kalends_outbox')
      .set({ dead: 0, attempts: 0, lease: null, due_at: p.dueAt })
      .where('tenant_id', '=', p.tenantId)
      .where('message_id', '=', p.messageId)
      .where((eb) => eb('dead', '=', eb.lit(1)))
      .where('recipient', '=', p.recipient)
      .returning('message_id')
    return audience === 'All' ? revived : revived.where('kind', IS_OF[audience], WEBHOOK)
  }),
)

const leaseMessage = template((db, p: Lease & { readonly until: number }) =>
  db
    .updateTable('kalends_outbox')
    .set({ lease: p.token, due_at: p.until })
    .where('tenant_id', '=', p.tenantId)
    .where('message_id', '=', p.messageId),
)

const deleteMessage = template((db, p: Lease) =>
  db
    .deleteFrom('kalends_outbox')
    .where('tenant_id', '=', p.tenantId)
    .where('message_id', '=', p.messageId)
    .where('lease', '=', p.token),
)

const postponeMessage = template(
  (db, p: Lease & { readonly dueAt: number; readonly reason: string }) =>
    db
      .updateTable('kalends_outbox')
      .set((eb) => ({
        attempts: eb('attempts', '+', 1),
        due_at: p.dueAt,
        lease: null,
        reason: p.reason,
      }))
      .where('tenant_id', '=', p.tenantId)
      .where('message_id', '=', p.messageId)
      .where('lease', '=', p.token),
)

const buryMessage = template((db, p: Lease & { readonly reason: string }) =>
  db
    .updateTable('kalends_outbox')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), dead: 1, lease: null, reason: p.reason }))
    .where('tenant_id', '=', p.tenantId)
    .where('message_id', '=', p.messageId)
    .where('lease', '=', p.token),
)
