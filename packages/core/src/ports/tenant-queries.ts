import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarId, TenantId, Uid } from '../event/index.js'
import type { EventKey, SeriesSummary } from '../occurrence/index.js'
import type { Direction } from '../query/index.js'
import type { ClosedWindow, Instant } from '../time/index.js'
import type { StoreFailure } from './event-store.js'

/** What the events of a tenant can be sorted by. */
export type TenantOrder = 'CreatedAt' | 'UpdatedAt' | 'StartTime' | 'EndTime'

/** Which events of a tenant are asked for. All must hold; null holds always. */
export interface TenantFilter {
  readonly uid: Uid | null
  readonly calendarId: CalendarId | null
  /** On start and end, as `EventKey` has them. */
  readonly window: ClosedWindow
  /** Last updated by a commit that ends after this position; left out, it holds always. */
  readonly updatedAfter?: number
}

/**
 * An event's key as it was right after a position. `updatedAt` is when the change was recorded that last was an update
 * (`isUpdate`): so it rises with the log, and who reads on from the latest one misses nothing.
 */
export interface TenantKey extends EventKey {
  readonly updatedAt: Instant
}

/** A page of the keys of a tenant's single events, in one order. */
export interface TenantSinglesQuery {
  readonly tenantId: TenantId
  readonly position: number
  readonly filter: TenantFilter
  /** Those last updated at or after it. */
  readonly updatedFrom: Instant
  readonly order: TenantOrder
  readonly direction: Direction
  /** Only what comes after it in `direction`: a value of what is sorted by, and an id. */
  readonly after: { readonly value: number; readonly uid: string } | null
  readonly limit: number
}

/** The series of a tenant whose bounds overlap a window. */
export interface TenantSeriesQuery {
  readonly tenantId: TenantId
  readonly position: number
  readonly filter: TenantFilter
}

/** A series of a tenant. */
export interface TenantSeriesRow {
  readonly key: TenantKey
  readonly event: SeriesSummary
}

/** What is read of a whole tenant, whoever participates. */
export interface TenantQueries {
  /** By what is sorted by, then by id, in `direction`; at most `limit`. */
  readonly tenantSingles: (
    query: TenantSinglesQuery,
  ) => TE.TaskEither<StoreFailure, readonly TenantKey[]>
  /** In no order. Coarse: may hold series without an occurrence in the window, misses none. */
  readonly tenantSeries: (
    query: TenantSeriesQuery,
  ) => TE.TaskEither<StoreFailure, readonly TenantSeriesRow[]>
}

/** What a key is sorted by. */
export const sortedBy = (key: TenantKey, order: TenantOrder): Instant => {
  switch (order) {
    case 'CreatedAt':
      return key.createdAt
    case 'UpdatedAt':
      return key.updatedAt
    case 'StartTime':
      return key.start
    case 'EndTime':
      return key.end
  }
}
