import type { SingleKey, SingleKeysQuery, StoreFailure } from '@kalends/core'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { stillReadable } from './head.js'
import { keysTemplate } from './keys-template.js'
import { rangeParams } from './range-params.js'
import { singleRanges } from './single-ranges.js'

/**
 * The keys of a part of the single events in a window: one statement that merges index ranges, skips and stops. Nothing but the
 * index is read.
 */
export function* singleKeys(query: SingleKeysQuery): Steps<StoreFailure, readonly SingleKey[]> {
  const { tenantId, position, direction, offset, limit } = query
  const branches = yield* singleRanges(query, direction)
  if (branches.length === 0 || limit < 1) return []
  const shape = { direction, branches: branches.length }
  const params = { ...rangeParams(query, branches), offset, limit }
  const rows = yield* ask(keysTemplate(shape), params)
  yield* stillReadable(tenantId, position)
  return rows.map(({ uid, start_ms: start, end_ms: end }) => ({ uid, start, end }))
}
