import type { SingleKey, SingleKeysQuery, SinglesRange } from '@kalends/core'
import { compareIn, holds, listedAs, participationRow } from '@kalends/core'
import { eventsAt } from './queries.js'
import type { Tenant } from './tenant.js'

/** Looks at every event, keeps those in the range. */
export const singlesInRange = (tenant: Tenant, range: SinglesRange): readonly SingleKey[] =>
  eventsAt(tenant, range.position).flatMap((event) => {
    const participation = listedAs(event, range.userId)
    if (participation === undefined) return []
    const { uid, start, end, time, listing } = participationRow(event, participation)
    const asked =
      time === range.time && range.listings.includes(listing) && holds(range.window, start, end)
    return asked ? [{ uid, start, end }] : []
  })

/** Sorts those in the range, and cuts. */
export const singleKeys = (tenant: Tenant, query: SingleKeysQuery): readonly SingleKey[] => {
  const compare = compareIn(query.direction)
  const keyOf = ({ start, uid }: SingleKey) => ({ start, uid, recurrenceId: '' })
  return singlesInRange(tenant, query)
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)))
    .slice(query.offset, query.offset + query.limit)
}
