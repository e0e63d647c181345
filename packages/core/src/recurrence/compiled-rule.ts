import type { RecurrenceRule } from './rule.js'

/** How much work a call may do, counted in periods examined and kinds of them worked out. Counts down. */
export interface Budget {
  // eslint-disable-next-line no-restricted-syntax -- counts down, in loops that must not allocate
  periodsLeft: number
}

/** Where a walk writes what it finds: local seconds, and how many there are. */
export interface Found {
  readonly seconds: Float64Array
  // eslint-disable-next-line no-restricted-syntax -- counts what was written into `seconds`
  count: number
}

/**
 * A rule tied to its start, ready to be walked from anywhere at the same cost.
 *
 * Times are local seconds: the civil day number times 86,400 plus the second of the day, no zone. A walk
 * writes at most `found.seconds.length` of them, each once, in order, and stops earlier when the rule ends, the
 * bound is met or the budget is used up (`budget.periodsLeft` is then negative).
 *
 * `until` bounds what is written, `count` what there is; both are inside.
 */
export interface CompiledRule {
  /** Those at or after `from` and before `to`, ascending. */
  readonly forward: (range: LocalRange, found: Found, budget: Budget) => void
  /** Those at or after `from` and before `to`, descending. */
  readonly backward: (range: LocalRange, found: Found, budget: Budget) => void
  /** False when the rule is known to end: it has a count, an until, or an empty pattern. */
  readonly isEndless: () => boolean
  /** No local day holds more. */
  readonly mostInADay: number
}

/** Half-open, in local seconds. */
export interface LocalRange {
  readonly from: number
  readonly to: number
}

/** Ties a rule to the start it was made for. */
export type Compile = (rule: RecurrenceRule) => CompiledRule
