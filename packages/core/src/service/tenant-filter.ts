import type { CalendarId, Uid } from '../event/index.js'
import type { ClosedWindow, Instant, Window } from '../time/index.js'
import { closeWindow, MIN_INSTANT } from '../time/index.js'

/** Which events of a tenant are asked for. All that is given must hold. */
export interface TenantEventsFilter {
  /** On start and end; midnights in UTC for an all-day event. */
  readonly window?: Window
  readonly calendarId?: CalendarId
  /** Of the calendar. */
  readonly deduplicationKey?: string
  readonly uid?: Uid
  /** One occurrence of the series `uid`, as wires call it. */
  readonly recurrenceId?: string
  /** Last updated at or after it. */
  readonly updatedFrom?: Instant
  /** Changed since, as a change token says. */
  readonly changedSince?: ChangedSince
}

/** A place in the log, and a moment at or after which everything behind it was recorded. */
export interface ChangedSince {
  readonly position: number
  readonly from: Instant
}

/** The part of a store's filter that says after which position. */
export const updatedAfterOf = ({ changedSince }: TenantEventsFilter) =>
  changedSince === undefined ? {} : { updatedAfter: changedSince.position }

/** When what is asked for was last updated at the earliest. */
export const updatedFromOf = ({ updatedFrom, changedSince }: TenantEventsFilter): Instant =>
  Math.max(updatedFrom ?? MIN_INSTANT, changedSince?.from ?? MIN_INSTANT)

/** Which occurrences of series are listed: those that start between so long before now and so long after it, the latter excluded. */
export interface SyncWindow {
  readonly backMs: number
  readonly aheadMs: number
}

/**
 * Where the occurrences of series are looked for: in exactly the filter's window when it says from when and to when; else in what
 * of it lies in the sync window.
 */
export const occurrenceWindow = (
  { window = {} }: TenantEventsFilter,
  { backMs, aheadMs }: SyncWindow,
  now: Instant,
): ClosedWindow => {
  const asked = closeWindow(window)
  const exact = window.startFrom !== undefined && window.endTo !== undefined
  const startTo = Math.min(asked.startTo, asked.endTo)
  if (exact) return { ...asked, startTo }
  return {
    ...asked,
    startFrom: Math.max(asked.startFrom, now - backMs),
    startTo: Math.min(startTo, now + aheadMs - 1),
  }
}
