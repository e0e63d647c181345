import type { LogPage, Recorded, StoreFailure, StreamPage, TenantId } from '@kalends/core'
import type { LogTable } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { decoded, streamPage } from './fold-stream.js'

/** A page of a tenant's log. */
export function* readLog(page: LogPage): Steps<StoreFailure, readonly Recorded[]> {
  return yield* decodedAll(yield* ask(logPage, page))
}

/** A page of one stream. */
export function* readStream(page: StreamPage): Steps<StoreFailure, readonly Recorded[]> {
  return yield* decodedAll(yield* ask(streamPage, page))
}

/** Every tenant with a log, by code unit (bytes, the database's order, part from it on astral characters). */
export function* tenants(): Steps<never, readonly TenantId[]> {
  const rows = yield* ask(tenantIds, {})
  return rows.map((row) => row.tenant_id).sort()
}

function* decodedAll(rows: readonly LogTable[]): Steps<StoreFailure, readonly Recorded[]> {
  const recorded: Recorded[] = []
  for (const row of rows) recorded.push(yield* decoded(row))
  return recorded
}

const logPage = template((db, p: LogPage) =>
  db
    .selectFrom('kalends_log')
    .selectAll()
    .where('tenant_id', '=', p.tenantId)
    .where('position', '>', p.after)
    .orderBy('position')
    .limit(p.limit),
)

const tenantIds = template((db) =>
  db.selectFrom('kalends_tenant').select('tenant_id').where('position', '>', 0),
)
