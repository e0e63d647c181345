import type { RecurrenceId } from '../event/index.js'
import type { Direction, SortKey, Viewer } from '../query/index.js'
import type { Instant, Window, Zone } from '../time/index.js'

/** What a page by its number is cut from, and where. */
export interface NumberedSlice {
  readonly viewer: Viewer
  readonly window: Omit<Window, 'points'>
  readonly direction: Direction
  readonly rows: 'Series' | 'Occurrences'
  readonly offset: number
  readonly limit: number
  readonly counting: 'Counted' | 'Uncounted'
  readonly position: number
  /** Where all-day events are compared and sorted. */
  readonly zone: Zone
}

/** Where a row stands; what it shows is looked up when it is on the page. */
export interface Spot {
  readonly key: SortKey
  readonly end: Instant
  /** Null for a single event and a series. */
  readonly recurrenceId: RecurrenceId | null
}
