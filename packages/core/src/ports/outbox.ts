import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../event/index.js'
import type { Message } from '../policy/index.js'
import type { Instant } from '../time/index.js'
import type { StoreFailure } from './event-store.js'

/**
 * A message that waits to be delivered. `messageId` is the same on every delivery, so that a sink can
 * drop the second of two.
 *
 * A `Webhook` message goes to the webhook whose id `recipient` is, about the domain event at `position`.
 */
export interface OutboxMessage extends Omit<Message, 'kind'> {
  readonly kind: Message['kind'] | 'Webhook'
  readonly tenantId: TenantId
  readonly messageId: string
  /** The log position of the command that caused it. */
  readonly position: number
  readonly recordedAt: Instant
  /** How often delivery was tried and failed. */
  readonly attempts: number
}

/** To whom messages go: each have runners of their own, so that slow webhooks hold up no user. */
export type OutboxAudience = 'Users' | 'Webhooks'

/** A message that is not tried again, and what its last failure was. */
export interface DeadMessage {
  readonly message: OutboxMessage
  readonly reason: string
}

/** The dead messages to one recipient. */
export interface DeadTo {
  readonly tenantId: TenantId
  readonly audience: OutboxAudience
  readonly recipient: string
}

/**
 * Messages written with the domain events that caused them, until they are delivered.
 *
 * A claim is a lease: until `until` nobody else is given the message, and only with its `token` can it be
 * settled. A runner that dies loses its leases by the clock; the message is then delivered again, so
 * delivery is at least once.
 */
export interface Outbox {
  /** Up to `limit` due messages of all tenants, oldest position first, leased until `until`; those to one audience, or all. */
  readonly claim: (request: {
    readonly now: Instant
    readonly until: Instant
    readonly limit: number
    readonly token: string
    readonly audience?: OutboxAudience
  }) => TE.TaskEither<StoreFailure, readonly OutboxMessage[]>
  /** Settles a claimed message. Ignored when the lease was lost. */
  readonly settle: (
    message: OutboxMessage,
    token: string,
    outcome: Settlement,
  ) => TE.TaskEither<StoreFailure, void>
  /** When the next message is due, also one that is leased now; null when the outbox is empty. */
  readonly nextDue: TE.TaskEither<StoreFailure, Instant | null>
  /** The same of the messages to one audience. */
  readonly nextDueTo: (audience: OutboxAudience) => TE.TaskEither<StoreFailure, Instant | null>
  /** Up to `limit` dead messages to one recipient, oldest position first. */
  readonly dead: (
    request: DeadTo & { readonly limit: number },
  ) => TE.TaskEither<StoreFailure, readonly DeadMessage[]>
  /** Lets a dead message be tried again from `dueAt` on, as often as a new one, under the same id. Whether there was one. */
  readonly revive: (
    request: DeadTo & { readonly messageId: string; readonly dueAt: Instant },
  ) => TE.TaskEither<StoreFailure, 'Revived' | 'NotThere'>
}

/** Delivered messages leave the outbox; failed ones wait for `dueAt`; dead ones stay and are not tried again. */
export type Settlement =
  | { readonly type: 'Delivered' }
  | { readonly type: 'Failed'; readonly dueAt: Instant; readonly reason: string }
  | { readonly type: 'Dead'; readonly reason: string }

/** To whom a message goes. */
export const audienceOf = ({ kind }: Pick<OutboxMessage, 'kind'>): OutboxAudience =>
  kind === 'Webhook' ? 'Webhooks' : 'Users'
