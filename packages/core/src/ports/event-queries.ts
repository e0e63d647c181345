import type * as TE from 'fp-ts/lib/TaskEither.js'
import type {
  CalendarEvent,
  Participation,
  ParticipationStatus,
  TenantId,
  UserId,
} from '../event/index.js'
import type { EventSummary, ParticipationRow, SeriesSummary } from '../occurrence/index.js'
import type { Direction } from '../query/index.js'
import type { ClosedWindow, Instant } from '../time/index.js'
import type { BotQueries } from './bot-queries.js'
import type { StoreFailure } from './event-store.js'
import type { TenantQueries } from './tenant-queries.js'
import type { SingleKey, SingleKeysQuery, SinglesRange } from './single-keys.js'

/** How far the log has come, and from where on it can be read as of. */
export interface LogHead {
  readonly position: number
  /** Reads as of a position below this one are pruned. */
  readonly readableFrom: number
}

/**
 * A page of the single events in a viewer's list, of one kind of time, in one order.
 *
 * For `Timed` events `window` and `from` are instants; for `AllDay` ones they are midnights of dates as if
 * in UTC (see `indexedBounds`). `from` is the first key that may be returned, in `direction`. `Cancelled`
 * lists the cancelled events that the user organizes.
 */
export interface SinglesQuery {
  readonly tenantId: TenantId
  readonly userId: UserId
  /** The log position that is read: rows are as they were right after it. */
  readonly position: number
  readonly time: 'Timed' | 'AllDay'
  readonly listing: ParticipationRow['listing']
  readonly answers: readonly ParticipationStatus[] | null
  readonly window: ClosedWindow
  readonly from: { readonly start: number; readonly uid: string } | null
  readonly direction: Direction
  readonly limit: number
}

/** A single event in a viewer's list. `start` and `end` are as indexed. */
export interface SingleRow {
  readonly uid: string
  readonly start: number
  readonly end: number
  readonly status: ParticipationStatus
  readonly event: EventSummary
}

/** The series in a viewer's list that are alive in a window: whose `seriesBounds` overlap it. */
export interface SeriesQuery {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly position: number
  readonly listing: ParticipationRow['listing']
  readonly window: ClosedWindow
}

/**
 * A series in a viewer's list. The `event` of a version that is read again should be the same object: its recurrence
 * set is then opened once.
 */
export interface SeriesRow {
  readonly uid: string
  readonly participation: Participation
  readonly event: SeriesSummary
}

/** What facades read. Sees every append that was acknowledged before it was asked. */
export interface EventQueries extends TenantQueries, BotQueries {
  readonly head: (tenantId: TenantId) => TE.TaskEither<StoreFailure, LogHead>
  /** The last position recorded at or before `at`; 0 when there is none. */
  readonly positionAt: (tenantId: TenantId, at: Instant) => TE.TaskEither<StoreFailure, number>
  /** Rows by (start, uid) in `direction`, exactly those in `window`, at most `limit`. */
  readonly singles: (query: SinglesQuery) => TE.TaskEither<StoreFailure, readonly SingleRow[]>
  /** The keys of single events, by (start, uid) in `direction`. */
  readonly singleKeys: (query: SingleKeysQuery) => TE.TaskEither<StoreFailure, readonly SingleKey[]>
  /** How many single events there are. */
  readonly countSingles: (range: SinglesRange) => TE.TaskEither<StoreFailure, number>
  /** In no order. Coarse: may hold series without an occurrence in the window, misses none. */
  readonly series: (query: SeriesQuery) => TE.TaskEither<StoreFailure, readonly SeriesRow[]>
  /** One event with its participants as it was right after `position`, or null. */
  readonly event: (query: {
    readonly tenantId: TenantId
    readonly uid: string
    readonly position: number
  }) => TE.TaskEither<StoreFailure, CalendarEvent | null>
  /** Several events with their participants as they were right after `position`, by uid: those that exist. */
  readonly events: (query: {
    readonly tenantId: TenantId
    readonly uids: readonly string[]
    readonly position: number
  }) => TE.TaskEither<StoreFailure, ReadonlyMap<string, CalendarEvent>>
  /** Drops row versions superseded by `position` or before. Reads as of earlier positions end. */
  readonly prune: (tenantId: TenantId, position: number) => TE.TaskEither<StoreFailure, void>
}
