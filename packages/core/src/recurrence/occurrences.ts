import type { Instant } from '../time/instant.js'

/**
 * Occurrences in the order they were asked for, one index for each.
 *
 * `startMs` is when they start: an instant, or for dates and floating times the local time in milliseconds as
 * if in UTC. `localSeconds` is what the rule yields, which serves as a recurrence id: the same but for a time in
 * a gap, which is not what the clock shows.
 */
export interface Occurrences {
  readonly startMs: readonly number[]
  readonly localSeconds: readonly number[]
}

/** One of them. */
export interface Occurrence {
  readonly startMs: Instant
  readonly localSeconds: number
}

/** How much work a call may do, in periods examined and occurrences found. Default: 100,000. */
export interface WorkLimit {
  readonly budget?: number
}

/** What a call may cost unless it says otherwise: some milliseconds. */
export const DEFAULT_BUDGET = 100_000
