import type { LogHead, StoreFailure, TenantId } from '@kalends/core'
import type { Steps } from '../sql/steps.js'
import { askOne, fail } from '../sql/steps.js'
import { template } from '../sql/template.js'

/** How far a tenant's log has come. */
export function* head(tenantId: TenantId): Steps<never, LogHead> {
  const row = yield* askOne(tenantRow, { tenantId })
  return { position: row?.position ?? 0, readableFrom: row?.readable_from ?? 0 }
}

const tenantRow = template((db, p: { readonly tenantId: TenantId }) =>
  db.selectFrom('kalends_tenant').selectAll().where('tenant_id', '=', p.tenantId),
)

/**
 * Ends the steps when `position` is no longer readable; else tells how far the log has come.
 *
 * Asked after the rows, so that rows pruned while they were read are not taken for all there were.
 */
export function* stillReadable(tenantId: TenantId, position: number): Steps<StoreFailure, LogHead> {
  const reached = yield* head(tenantId)
  const { readableFrom } = reached
  if (position >= readableFrom) return reached
  const reason = `position ${position} of tenant ${tenantId} is pruned, up to ${readableFrom}`
  return yield* fail<StoreFailure>({ type: 'StoreFailure', reason })
}
