import type { Instant, TenantId } from '@kalends/core'
import type { Steps } from '../sql/steps.js'
import { askOne } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { head } from './head.js'

/**
 * The last position recorded at or before `at`; 0 when there is none.
 *
 * Searches by halves: stamps never fall along the log, so an index on them would be paid by every append and
 * save twenty look-ups here.
 */
export function* positionAt(tenantId: TenantId, at: Instant): Steps<never, number> {
  const { position: last } = yield* head(tenantId)
  let before = 0
  let after = last + 1
  while (after - before > 1) {
    const position = Math.floor((before + after) / 2)
    const stamp = yield* askOne(stampAt, { tenantId, position })
    if (stamp !== null && stamp.recorded_at <= at) before = position
    else after = position
  }
  return before
}

const stampAt = template((db, p: { readonly tenantId: string; readonly position: number }) =>
  db
    .selectFrom('kalends_log')
    .select('recorded_at')
    .where('tenant_id', '=', p.tenantId)
    .where('position', '=', p.position),
)
