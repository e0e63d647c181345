import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from './either.js'
import { DEFAULT_BUDGET, type Occurrence, type WorkLimit } from './occurrences.js'
import type { OpenSet } from './open-set.js'
import { pagesOf } from './pages.js'
import type { RecurrenceRejection } from './rejection.js'

/**
 * The nth occurrence, the first being 1; from the end when negative, the last being -1. Null when there are
 * fewer, and for 0. Walks there, so the budget bounds n.
 */
export const nth = (
  open: OpenSet,
  n: number,
  { budget = DEFAULT_BUDGET }: WorkLimit = {},
): Either<RecurrenceRejection, Occurrence | null> => {
  const direction = n < 0 ? 'backward' : 'forward'
  let index = Math.abs(n) - 1
  if (!(index >= 0)) return right(null)
  const search = { from: -Infinity, to: Infinity, direction } as const
  const least = index - budget
  for (const page of pagesOf(open, search, { periodsLeft: budget })) {
    if (page === null || index < least) return left({ type: 'BudgetExceeded', periods: budget })
    const startMs = page.startMs[index]
    const localSeconds = page.localSeconds[index]
    if (startMs !== undefined && localSeconds !== undefined) return right({ startMs, localSeconds })
    index -= page.startMs.length
  }
  return right(null)
}
