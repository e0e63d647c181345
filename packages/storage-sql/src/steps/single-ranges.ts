import type { SingleKeysQuery, SinglesRange } from '@kalends/core'
import type { RowsOf, Steps } from '../sql/steps.js'
import { lanesOf } from './lanes-of.js'
import type { Branch } from './listing-branch.js'
import { branchesOf } from './listing-branch.js'

/** The index ranges that can hold single events of a window, over all its listings. */
export function* singleRanges(
  range: SinglesRange,
  direction: SingleKeysQuery['direction'],
): Steps<never, readonly Branch[]> {
  const lanes: RowsOf<{ readonly lane: number }>[] = []
  for (const listing of range.listings) {
    lanes.push(yield* lanesOf(range, { listing, time: range.time }))
  }
  return branchesOf(
    { window: range.window, answers: null, from: null, direction },
    lanes.flat().map(({ lane }) => lane),
  )
}
