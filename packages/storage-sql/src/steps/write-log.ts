import type { Recorded, Staged, StoreFailure, TenantId } from '@kalends/core'
import { logRowOf } from '../rows/log-row.js'
import type { LogTable, StreamTable } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { decoded } from './fold-stream.js'
import { streamKey } from './memory.js'

/** What was written: domain events as they will be read, and how much each stream grew. */
export interface WrittenLog {
  readonly events: readonly Recorded[]
  readonly weights: ReadonlyMap<string, number>
}

/**
 * Writes domain events into the log.
 *
 * Each is read back from its row first: what cannot be read must not get into the log, and the caller is
 * given what a replay would give.
 */
export function* writeLog(
  recorded: readonly Recorded[],
  commitPosition: number,
): Steps<StoreFailure, WrittenLog> {
  const events: Recorded[] = []
  const weights = new Map<string, number>()
  for (const each of recorded) {
    const row = logRowOf(each, commitPosition)
    events.push(yield* decoded(row))
    yield* ask(insertLog, row)
    const key = streamKey(each.tenantId, each.aggregate, each.streamId)
    weights.set(key, (weights.get(key) ?? 0) + row.data.length)
  }
  return { events, weights }
}

/** Moves streams to their new versions. */
export function* writeVersions(tenantId: TenantId, staged: readonly Staged[]): Steps<never, void> {
  for (const { aggregate, events, after } of staged) {
    if (events.length === 0) continue
    const { streamId: stream_id, version } = after
    yield* ask(upsertStream, { tenant_id: tenantId, aggregate, stream_id, version })
  }
}

/** Sets the version of a stream. */
export const upsertStream = template((db, p: StreamTable) =>
  db
    .insertInto('kalends_stream')
    .values({
      tenant_id: p.tenant_id,
      aggregate: p.aggregate,
      stream_id: p.stream_id,
      version: p.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'aggregate', 'stream_id'])
        .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') })),
    ),
)

const insertLog = template((db, p: LogTable) =>
  db.insertInto('kalends_log').values({
    tenant_id: p.tenant_id,
    position: p.position,
    event_id: p.event_id,
    aggregate: p.aggregate,
    stream_id: p.stream_id,
    version: p.version,
    type: p.type,
    schema_version: p.schema_version,
    recorded_at: p.recorded_at,
    actor_type: p.actor_type,
    actor: p.actor,
    command_id: p.command_id,
    causation_id: p.causation_id,
    correlation_id: p.correlation_id,
    commit_position: p.commit_position,
    data: p.data,
  }),
)
