import type {
  Checkpoints,
  Clock,
  EventQueries,
  EventStore,
  StoreFailure,
  TenantId,
  WebhookFailure,
  Webhooks,
} from '@kalends/core'
import { systemClock } from '@kalends/core'
import { constVoid } from 'fp-ts/lib/function.js'
import type { Backoff } from '../loop/index.js'

/** What `announceChanges` is given. */
export interface AnnounceChangesOptions {
  readonly webhooks: Pick<Webhooks, 'announce'>
  readonly store: Pick<EventStore, 'readLog' | 'load' | 'tenants' | 'onAppended'> &
    Pick<EventQueries, 'head'>
  readonly checkpoints: Checkpoints
  /** How long after one announcement of a tenant the next may follow. Default 1,000. */
  readonly debounceMs?: number
  /** That of the webhooks. Default: the machine's. */
  readonly clock?: Clock
  /** Under which name the checkpoints are kept. Default `webhooks`. */
  readonly name?: string
  /** How many domain events are read at once. Default 256. */
  readonly batch?: number
  /** Default: from 1 s to 1 min. */
  readonly backoff?: Partial<Backoff>
  /** How late another process's commits, and tenants, may be found. Default 5,000. */
  readonly pollMs?: number
  /** What went wrong, for logs; the runner goes on. */
  readonly onError?: (error: AnnouncementError) => void
}

/** What went wrong, with one tenant's log or, `tenantId` being null, with the list of tenants. */
export interface AnnouncementError {
  readonly type: 'AnnouncementError'
  readonly tenantId: TenantId | null
  readonly failure: WebhookFailure | StoreFailure
}

/** The options with every default filled in. */
export interface Announcing extends Required<Omit<AnnounceChangesOptions, 'backoff'>> {
  readonly backoff: Backoff
}

/** Fills in what the options leave out. */
export const announcingOf = (options: AnnounceChangesOptions): Announcing => ({
  debounceMs: 1000,
  clock: systemClock,
  name: 'webhooks',
  batch: 256,
  pollMs: 5000,
  onError: constVoid,
  ...options,
  backoff: { baseMs: 1000, maxMs: 60_000, random: Math.random, ...options.backoff },
})
