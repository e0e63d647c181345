import type { SinglesRange, StoreFailure } from '@kalends/core'
import type { Steps } from '../sql/steps.js'
import { askOne } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { stillReadable } from './head.js'
import type { RangeParams } from './listing-range.js'
import { rowsInRange } from './listing-range.js'
import { rangeParams } from './range-params.js'
import { singleRanges } from './single-ranges.js'

/** How many single events a window holds: each index range is counted by itself, and nothing else is read. */
export function* countSingles(range: SinglesRange): Steps<StoreFailure, number> {
  let count = 0
  for (const branch of yield* singleRanges(range, 'Ascending')) {
    const row = yield* askOne(countInRange, rangeParams(range, [branch]))
    count += row?.count ?? 0
  }
  yield* stillReadable(range.tenantId, range.position)
  return count
}

/** The statement that counts one index range. */
export const countInRange = template((db, p: RangeParams) =>
  rowsInRange(db, p, { direction: 'Ascending', index: 0 })
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count')),
)
