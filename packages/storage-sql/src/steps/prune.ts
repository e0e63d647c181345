import type { TenantId } from '@kalends/core'
import { CURRENT } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask, askOne } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { head } from './head.js'

/** What was superseded at this position or before. */
export interface Pruned {
  readonly tenantId: TenantId
  readonly position: number
}

const CHUNK = 1000

/** Ends reads as of earlier positions; never goes back, nor beyond the log. Returns where reads begin. */
export function* endReadsBefore({ tenantId, position }: Pruned): Steps<never, Pruned> {
  const { position: last, readableFrom } = yield* head(tenantId)
  const from = Math.max(readableFrom, Math.min(position, last))
  yield* ask(setReadableFrom, { tenantId, position: from })
  return { tenantId, position: from }
}

/** Deletes about a thousand row versions of those that can no longer be read. */
export function* pruneChunk(pruned: Pruned): Steps<never, 'Done' | 'More'> {
  const { tenantId, position } = pruned
  const event = yield* askOne(thousandthEvent, { ...pruned, skip: CHUNK })
  const participation = yield* askOne(thousandthParticipation, { ...pruned, skip: CHUNK })
  const until = Math.min(event?.valid_to ?? position, participation?.valid_to ?? position)
  yield* ask(deleteEvents, { tenantId, position: until })
  // A key is superseded only together with its event, so there are no more of them.
  yield* ask(deleteKeys, { tenantId, position: until })
  yield* ask(deleteParticipations, { tenantId, position: until })
  return until < position ? 'More' : 'Done'
}

const setReadableFrom = template((db, p: Pruned) =>
  db
    .updateTable('kalends_tenant')
    .set({ readable_from: p.position })
    .where('tenant_id', '=', p.tenantId),
)

// The literal lets the partial index of superseded rows be used.
const thousandthEvent = template((db, p: Pruned & { readonly skip: number }) =>
  db
    .selectFrom('kalends_event')
    .select('valid_to')
    .where('tenant_id', '=', p.tenantId)
    .where((eb) => eb('valid_to', '<', eb.lit(CURRENT)))
    .where('valid_to', '<=', p.position)
    .orderBy('valid_to')
    .limit(1)
    .offset(p.skip),
)

const thousandthParticipation = template((db, p: Pruned & { readonly skip: number }) =>
  db
    .selectFrom('kalends_participation')
    .select('valid_to')
    .where('tenant_id', '=', p.tenantId)
    .where((eb) => eb('valid_to', '<', eb.lit(CURRENT)))
    .where('valid_to', '<=', p.position)
    .orderBy('valid_to')
    .limit(1)
    .offset(p.skip),
)

const deleteEvents = template((db, p: Pruned) =>
  db
    .deleteFrom('kalends_event')
    .where('tenant_id', '=', p.tenantId)
    .where((eb) => eb('valid_to', '<', eb.lit(CURRENT)))
    .where('valid_to', '<=', p.position),
)

const deleteParticipations = template((db, p: Pruned) =>
  db
    .deleteFrom('kalends_participation')
    .where('tenant_id', '=', p.tenantId)
    .where((eb) => eb('valid_to', '<', eb.lit(CURRENT)))
    .where('valid_to', '<=', p.position),
)

const deleteKeys = template((db, p: Pruned) =>
  db
    .deleteFrom('kalends_event_key')
    .where('tenant_id', '=', p.tenantId)
    .where((eb) => eb('valid_to', '<', eb.lit(CURRENT)))
    .where('valid_to', '<=', p.position),
)
