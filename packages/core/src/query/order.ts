import type { Instant } from '../time/index.js'

/**
 * Where a row stands in the one order of all listings: by start, then event id, then recurrence id.
 *
 * Ids are compared by code unit. A single event's recurrence id is the empty string.
 */
export interface SortKey {
  readonly start: Instant
  readonly uid: string
  readonly recurrenceId: string
}

/** Descending is the exact reverse of ascending, ties included. */
export type Direction = 'Ascending' | 'Descending'

/** Negative when `a` comes before `b` ascending; zero only for the same row. */
export const compareKeys = (a: SortKey, b: SortKey): number =>
  a.start - b.start || compareText(a.uid, b.uid) || compareText(a.recurrenceId, b.recurrenceId)

/** Compares in `direction`. */
export const compareIn =
  (direction: Direction) =>
  (a: SortKey, b: SortKey): number =>
    direction === 'Ascending' ? compareKeys(a, b) : compareKeys(b, a)

/** The other direction. */
export const reversed = (direction: Direction): Direction =>
  direction === 'Ascending' ? 'Descending' : 'Ascending'

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
