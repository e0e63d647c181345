import type { TenantId, UserId } from '@kalends/core'
import type { Track } from '../rows/lane.js'
import { firstLane, lastLane } from '../rows/lane.js'
import type { RowsOf, Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'

/** The lanes of a track in which a user has ever had an event. */
export const lanesOf = (
  { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: UserId },
  track: Track,
): Steps<never, RowsOf<{ readonly lane: number }>> =>
  ask(lanesBetween, { tenantId, userId, first: firstLane(track), last: lastLane(track) })

interface Lanes {
  readonly tenantId: string
  readonly userId: string
  readonly first: number
  readonly last: number
}

const lanesBetween = template((db, p: Lanes) =>
  db
    .selectFrom('kalends_lane')
    .select('lane')
    .where('tenant_id', '=', p.tenantId)
    .where('user_id', '=', p.userId)
    .where('lane', '>=', p.first)
    .where('lane', '<=', p.last),
)
