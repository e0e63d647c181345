import type { AggregateName, Staged, StreamOf, TenantId } from '@kalends/core'
import { aggregates, exactJson } from '@kalends/core'
import type { SnapshotTable } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'

/** The streams that passed a multiple of `every` domain events. */
export const snapshotsDue = (every: number, staged: readonly Staged[]): readonly Staged[] =>
  staged.filter(
    ({ before, after }) => Math.floor(after.version / every) > Math.floor(before.version / every),
  )

/** Writes down what streams fold to, in place of their earlier snapshots. */
export function* writeSnapshots(tenantId: TenantId, staged: readonly Staged[]): Steps<never, void> {
  for (const { aggregate, after } of staged) {
    const { streamId: stream_id, version } = after
    const snapshot_version = aggregates[aggregate].snapshotVersion
    const state = exactJson(encoded(after))
    const row = { tenant_id: tenantId, aggregate, stream_id, version, snapshot_version, state }
    yield* ask(upsertSnapshot, row)
  }
}

const encoded = <K extends AggregateName>({ aggregate, state }: StreamOf<K>): unknown =>
  aggregates[aggregate].state.encode(state)

const upsertSnapshot = template((db, p: SnapshotTable) =>
  db
    .insertInto('kalends_snapshot')
    .values({
      tenant_id: p.tenant_id,
      aggregate: p.aggregate,
      stream_id: p.stream_id,
      version: p.version,
      snapshot_version: p.snapshot_version,
      state: p.state,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'aggregate', 'stream_id']).doUpdateSet((eb) => ({
        version: eb.ref('excluded.version'),
        snapshot_version: eb.ref('excluded.snapshot_version'),
        state: eb.ref('excluded.state'),
      })),
    ),
)
