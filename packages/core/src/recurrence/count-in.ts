import type { Either } from 'fp-ts/lib/Either.js'
import type { StartWindow } from './search.js'
import { left, right } from './either.js'
import { DEFAULT_BUDGET, type WorkLimit } from './occurrences.js'
import type { OpenSet } from './open-set.js'
import { pagesOf } from './pages.js'
import type { RecurrenceRejection } from './rejection.js'

/** How many occurrences start in a window; without `from` and `to` in all of time. */
export const countIn = (
  open: OpenSet,
  query: Partial<StartWindow> & WorkLimit,
): Either<RecurrenceRejection, number> => {
  const { from = -Infinity, to = Infinity, budget = DEFAULT_BUDGET } = query
  const search = { from, to, direction: 'forward' } as const
  let count = 0
  for (const page of pagesOf(open, search, { periodsLeft: budget })) {
    if (page === null || count > budget) return left({ type: 'BudgetExceeded', periods: budget })
    count += page.startMs.length
  }
  return right(count)
}
