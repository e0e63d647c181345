import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../event/index.js'
import type { Message } from '../policy/index.js'
import type { Instant } from '../time/index.js'
import type { StoreFailure } from './event-store.js'

/**
 * A message that waits to be delivered. `messageId` is the same on every delivery, so that a sink can
 * drop the second of two.
 */
export interface OutboxMessage extends Message {
  readonly tenantId: TenantId
  readonly messageId: string
  /** The log position of the command that caused it. */
  readonly position: number
  readonly recordedAt: Instant
  /** How often delivery was tried and failed. */
  readonly attempts: number
}

/**
 * Messages written with the domain events that caused them, until they are delivered.
 *
 * A claim is a lease: until `until` nobody else is given the message, and only with its `token` can it be
 * settled. A runner that dies loses its leases by the clock; the message is then delivered again, so
 * delivery is at least once.
 */
export interface Outbox {
  /** Up to `limit` due messages of all tenants, oldest position first, leased until `until`. */
  readonly claim: (request: {
    readonly now: Instant
    readonly until: Instant
    readonly limit: number
    readonly token: string
  }) => TE.TaskEither<StoreFailure, readonly OutboxMessage[]>
  /** Settles a claimed message. Ignored when the lease was lost. */
  readonly settle: (
    message: OutboxMessage,
    token: string,
    outcome: Settlement,
  ) => TE.TaskEither<StoreFailure, void>
  /** When the next message is due, also one that is leased now; null when the outbox is empty. */
  readonly nextDue: TE.TaskEither<StoreFailure, Instant | null>
}

/** Delivered messages leave the outbox; failed ones wait for `dueAt`; dead ones stay and are not tried again. */
export type Settlement =
  | { readonly type: 'Delivered' }
  | { readonly type: 'Failed'; readonly dueAt: Instant; readonly reason: string }
  | { readonly type: 'Dead'; readonly reason: string }
