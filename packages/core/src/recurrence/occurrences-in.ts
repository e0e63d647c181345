import type { Either } from 'fp-ts/lib/Either.js'
import { collect } from './collect.js'
import type { StartWindow } from './search.js'
import { left, right } from './either.js'
import type { Direction } from './local-source.js'
import { DEFAULT_BUDGET, type Occurrences, type WorkLimit } from './occurrences.js'
import type { OpenSet } from './open-set.js'
import type { RecurrenceRejection } from './rejection.js'

/** What is asked of a set. Without `from` and `to` all of time, without `limit` all there are. */
export interface OccurrenceQuery extends Partial<StartWindow>, WorkLimit {
  readonly limit?: number
  /** Default: forward, the earliest first. */
  readonly direction?: Direction
}

/**
 * The occurrences that start at or after `from` and before `to`: ascending, or descending when asked for
 * backward; each instant once.
 *
 * Costs what is found, however far the window lies from the start. Refuses with `BudgetExceeded`.
 */
export const occurrencesIn = (
  open: OpenSet,
  query: OccurrenceQuery,
): Either<RecurrenceRejection, Occurrences> => {
  const { from = -Infinity, to = Infinity, limit = Infinity, direction = 'forward' } = query
  const { budget = DEFAULT_BUDGET } = query
  const found = collect(open, { from, to, limit, direction }, { periodsLeft: budget })
  return found === null ? left({ type: 'BudgetExceeded', periods: budget }) : right(found)
}
