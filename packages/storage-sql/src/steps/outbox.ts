import type { Instant, OutboxMessage, Settlement } from '@kalends/core'
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
}

/** Leases the oldest due messages. In a transaction that keeps other writers out. */
export function* claimMessages(claim: Claim): Steps<never, readonly OutboxMessage[]> {
  const rows = yield* ask(dueMessages, claim)
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
export function* nextDueMessage(): Steps<never, Instant | null> {
  const next = yield* askOne(earliestDue, {})
  return next?.due_at ?? null
}

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

// `dead` is a literal, so that the partial index is seen to hold every row asked for.
const dueMessages = template((db, p: Claim) =>
  db
    .selectFrom('kalends_outbox')
    .selectAll()
    .where((eb) => eb('dead', '=', eb.lit(0)))
    .where('due_at', '<=', p.now)
    .orderBy('position')
    .orderBy('tenant_id')
    .orderBy('message_id')
    .limit(p.limit),
)

const earliestDue = template((db) =>
  db
    .selectFrom('kalends_outbox')
    .select((eb) => eb.fn.min('due_at').as('due_at'))
    .where((eb) => eb('dead', '=', eb.lit(0))),
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
