import type {
  Clock,
  EventStore,
  Ids,
  Notifier,
  NotifierFailure,
  Outbox,
  OutboxAudience,
  OutboxMessage,
  Settlement,
  StoreFailure,
} from '@kalends/core'
import { randomIds, systemClock } from '@kalends/core'
import { constVoid } from 'fp-ts/lib/function.js'
import type { Backoff } from '../loop/index.js'

/** What `deliverOutbox` is given. */
export interface DeliverOutboxOptions {
  readonly outbox: Outbox
  /** Announces the commits of this process; those of others are found by polling. */
  readonly store: Pick<EventStore, 'onAppended'>
  readonly notifier: Notifier
  /** To whom it delivers. Default: to users. Webhooks need a runner of their own. */
  readonly audience?: OutboxAudience
  /** Default: the machine's clock. Processes that share an outbox need clocks that agree to a fraction of the lease. */
  readonly clock?: Clock
  readonly ids?: Ids
  /**
   * How long a claimed message is this runner's; after a crash it is delivered again no sooner. Half of
   * it is what one delivery may take. Default 30,000.
   */
  readonly leaseMs?: number
  /** How many messages may be in flight at once. Default 32. */
  readonly batch?: number
  /** How often one message is tried before it is dead. Default 16: some hours with the default backoff. */
  readonly maxAttempts?: number
  /** Between the tries of one message, and after failures of the store. Default: from 1 s to 1 h. */
  readonly backoff?: Partial<Backoff>
  /** How late another process's messages may be found. Default 5,000. */
  readonly pollMs?: number
  /** What went wrong, for logs; the runner goes on. */
  readonly onError?: (error: DeliveryError) => void
  /** What became of a message, once the outbox knows. */
  readonly onSettled?: (message: OutboxMessage, settlement: Settlement) => void
}

/** What went wrong: a message was not delivered (and what follows from that), or the store failed. */
export type DeliveryError =
  | {
      readonly type: 'NotDelivered'
      readonly message: OutboxMessage
      readonly failure: NotifierFailure
      readonly settlement: Settlement
    }
  | StoreFailure

/** The options with every default filled in. */
export interface Delivering extends Required<Omit<DeliverOutboxOptions, 'backoff'>> {
  readonly backoff: Backoff
}

/** Fills in what the options leave out. */
export const deliveringOf = (options: DeliverOutboxOptions): Delivering => ({
  clock: systemClock,
  ids: randomIds,
  audience: 'Users',
  leaseMs: 30_000,
  batch: 32,
  maxAttempts: 16,
  pollMs: 5000,
  onError: constVoid,
  onSettled: constVoid,
  ...options,
  backoff: { baseMs: 1000, maxMs: 3_600_000, random: Math.random, ...options.backoff },
})
