import type { SingleRow, SinglesQuery, StoreFailure } from '@kalends/core'
import { statusOfLane } from '../rows/lane.js'
import { summaryOf } from '../rows/projection-json.js'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { stillReadable } from './head.js'
import { lanesOf } from './lanes-of.js'
import { branchesOf } from './listing-branch.js'
import { listingParams, listingTemplate } from './listing-template.js'

/**
 * A page of single events: which lanes the user has, then one statement that merges their index ranges.
 *
 * Uids are compared by byte here and by code unit in core; they are ASCII, so that is the same order.
 */
export function* singles(query: SinglesQuery): Steps<StoreFailure, readonly SingleRow[]> {
  const { tenantId, position, direction } = query
  const lanes = yield* lanesOf(query, query)
  const branches = branchesOf(
    query,
    lanes.map(({ lane }) => lane),
  )
  if (branches.length === 0) return []
  const shape = { direction, branches: branches.length }
  const rows = yield* ask(listingTemplate(shape), listingParams(query, branches))
  yield* stillReadable(tenantId, position)
  return rows.flatMap(({ uid, start_ms: start, end_ms: end, lane, summary }) =>
    summary === null
      ? []
      : [{ uid, start, end, status: statusOfLane(lane), event: summaryOf(summary) }],
  )
}
