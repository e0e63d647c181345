import type { Checkpoints, EventStore, Recorded, StoreFailure, TenantId } from '@kalends/core'
import type * as E from 'fp-ts/lib/Either.js'
import type { Backoff } from '../loop/index.js'

/** What follows the log of every tenant, and how. `F` is what its work may fail with. */
export interface Following<F> {
  readonly store: Pick<EventStore, 'readLog' | 'tenants' | 'onAppended'>
  readonly checkpoints: Checkpoints
  /** Under which the checkpoints are kept. */
  readonly name: string
  /** How many domain events are read at once. */
  readonly batch: number
  /** How late another process's commits, and tenants, may be found. */
  readonly pollMs: number
  readonly backoff: Backoff
  /** Works off a page of a tenant's log, which may come again after a crash. Only a failure that may pass is one. */
  readonly work: (page: readonly Recorded[], tenantId: TenantId) => Promise<E.Either<F, Work>>
  readonly onError: (error: FollowError<F>) => void
}

/** Whether there was something to do. */
export type Work = 'Worked' | 'Passed'

/** What went wrong, with one tenant's log or, `tenantId` being null, with the list of tenants. */
export interface FollowError<F> {
  readonly tenantId: TenantId | null
  readonly failure: F | StoreFailure
}
