import type { TimeZoneId } from '../time/index.js'
import type { RecurrenceRule } from './rule.js'

/**
 * Where a recurrence begins, which says what all its times are: dates, local times without a zone, or local
 * times of a zone (UTC is one). Local seconds are counted as if in UTC.
 */
export type RecurrenceStart =
  | { readonly type: 'Date'; readonly day: number }
  | { readonly type: 'Floating'; readonly localSeconds: number }
  | { readonly type: 'Zoned'; readonly localSeconds: number; readonly timeZone: TimeZoneId }

/** What a generated time that falls into a gap of the clock becomes. */
export type GapRule = 'shift' | 'omit'

/**
 * A recurrence set: what rules and dates yield, less what is excluded.
 *
 * Dates are local seconds in the zone of `start` (midnights for dates). COUNT bounds its rule alone; what is
 * excluded is still counted.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5
 */
export interface RecurrenceSet {
  readonly start: RecurrenceStart
  readonly rules: readonly RecurrenceRule[]
  /** Deprecated by RFC 5545; read, never written. */
  readonly exclusionRules: readonly RecurrenceRule[]
  readonly dates: readonly number[]
  readonly excluded: readonly number[]
  readonly options: RecurrenceOptions
}

/** What the standards leave open. */
export interface RecurrenceOptions {
  /** Default: `omit` for rules that repeat within a day, `shift` for others. */
  readonly gap: GapRule | null
  /** Whether the start is an occurrence although no rule yields it. Default false when there is a rule. */
  readonly includeDtstart: boolean
}
