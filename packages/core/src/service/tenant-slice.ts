import type { RecurrenceId, Uid } from '../event/index.js'
import type { TenantKey, TenantOrder } from '../ports/index.js'
import { sortedBy } from '../ports/index.js'
import type { Direction, SortKey, Viewer } from '../query/index.js'
import type { ClosedWindow, Instant } from '../time/index.js'
import type { TenantEventsFilter } from './tenant-filter.js'

/** Part of a listing of a tenant's events: at most `count` rows in `direction`, behind the key `after`. */
export interface TenantSlice {
  readonly viewer: Viewer
  readonly position: number
  readonly filter: TenantEventsFilter
  /** The calendars that the filter names; null: all. */
  readonly calendars: readonly string[] | null
  /** Which occurrences of series there are. */
  readonly occurrences: ClosedWindow
  /** When the listing was begun, and how far ahead of that an occurrence enters it. */
  readonly now: Instant
  readonly aheadMs: number
  readonly order: TenantOrder
  readonly direction: Direction
  readonly after: SortKey | null
  readonly count: number
}

/** A row before its event is read: `key.start` is what is sorted by, whatever that is. */
export interface TenantPlace {
  readonly key: SortKey
  readonly uid: Uid
  /** Null for a single event. */
  readonly recurrenceId: RecurrenceId | null
  readonly times: TenantKey
}

/** The place of a single event, or of an occurrence, by its times. */
export const placeAt = (
  times: TenantKey,
  order: TenantOrder,
  recurrenceId: RecurrenceId | null,
): TenantPlace => ({
  key: { start: sortedBy(times, order), uid: times.uid, recurrenceId: recurrenceId ?? '' },
  uid: times.uid,
  recurrenceId,
  times,
})
