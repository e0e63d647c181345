import { collect } from './collect.js'
import type { Search, StartWindow } from './search.js'
import type { Budget } from './compiled-rule.js'
import type { Direction } from './local-source.js'
import type { Occurrences } from './occurrences.js'
import type { OpenSet } from './open-set.js'

/** All of a window, page by page. Ends early, after a null, when the budget does not suffice. */
export function* pagesOf(
  open: OpenSet,
  search: StartWindow & { readonly direction: Direction },
  budget: Budget,
): Generator<Occurrences | null> {
  let rest: Search = { ...search, limit: PAGE }
  for (;;) {
    const page = collect(open, rest, budget)
    yield page
    const last = page?.startMs[PAGE - 1]
    if (last === undefined) return
    rest = rest.direction === 'forward' ? { ...rest, from: last + 1 } : { ...rest, to: last }
  }
}

const PAGE = 1000
