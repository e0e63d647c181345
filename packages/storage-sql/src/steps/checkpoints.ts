import type { Steps } from '../sql/steps.js'
import { ask, askOne } from '../sql/steps.js'
import { template } from '../sql/template.js'

/** One consumer of one tenant's log. */
export interface Consumer {
  readonly consumer: string
  readonly tenantId: string
}

/** How far a consumer has come; 0 when it has not begun. */
export function* checkpoint(consumer: Consumer): Steps<never, number> {
  const row = yield* askOne(checkpointOf, consumer)
  return row?.position ?? 0
}

/** Moves a consumer on, never back. */
export function* advanceCheckpoint(consumer: Consumer, position: number): Steps<never, void> {
  yield* ask(upsertCheckpoint, { ...consumer, position })
}

const checkpointOf = template((db, p: Consumer) =>
  db
    .selectFrom('kalends_checkpoint')
    .select('position')
    .where('tenant_id', '=', p.tenantId)
    .where('consumer', '=', p.consumer),
)

const upsertCheckpoint = template((db, p: Consumer & { readonly position: number }) =>
  db
    .insertInto('kalends_checkpoint')
    .values({ tenant_id: p.tenantId, consumer: p.consumer, position: p.position })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'consumer'])
        .doUpdateSet((eb) => ({ position: eb.ref('excluded.position') }))
        .where('kalends_checkpoint.position', '<', (eb) => eb.ref('excluded.position')),
    ),
)
