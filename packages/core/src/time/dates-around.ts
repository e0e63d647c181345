import type { Instant } from './instant.js'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { DAY_MS } from './units.js'
import type { Zone } from './zone.js'

/** When the day that begins at `dateMs` (a midnight as if in UTC) begins in `zone`. Never decreases. */
export const dayStartOf = (zone: Zone, dateMs: number): Instant => zone.instantOf(dateMs)

/**
 * The first date whose day in `zone` begins at or after `instant`, as its midnight in UTC.
 *
 * At or beyond the ends of time it is `instant` itself.
 */
export const firstDateFrom = (zone: Zone, instant: Instant): number => {
  if (instant - MARGIN_MS <= MIN_INSTANT || instant + MARGIN_MS >= MAX_INSTANT) return instant
  let dateMs = Math.floor(zone.localMsOf(instant) / DAY_MS) * DAY_MS - 2 * DAY_MS
  while (dayStartOf(zone, dateMs) < instant) dateMs += DAY_MS
  return dateMs
}

/** The last date whose day in `zone` begins at or before `instant`, as its midnight in UTC. */
export const lastDateTo = (zone: Zone, instant: Instant): number => {
  if (instant - MARGIN_MS <= MIN_INSTANT || instant + MARGIN_MS >= MAX_INSTANT) return instant
  let dateMs = Math.floor(zone.localMsOf(instant) / DAY_MS) * DAY_MS + 2 * DAY_MS
  while (dayStartOf(zone, dateMs) > instant) dateMs -= DAY_MS
  return dateMs
}

/** More than any offset and any skipped day. */
const MARGIN_MS = 4 * DAY_MS
