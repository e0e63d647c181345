import type { StoreFailure, Stream } from '@kalends/core'
import { advance, emptyStream } from '@kalends/core'
import { isAggregateName } from '../rows/log-row.js'
import type { Steps } from '../sql/steps.js'
import { ask, fail } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { decoded, streamPage } from './fold-stream.js'
import { noMemory } from './memory.js'
import { writeProjections } from './project.js'
import { endReadsBefore, pruneChunk } from './prune.js'
import { writeBot } from './write-bots.js'
import { upsertStream } from './write-log.js'

/**
 * Deletes everything that follows from the log, and folds the log again, stream by stream.
 *
 * Row versions come out as they were written, down to what was pruned. Snapshots are left out: they are
 * written again as streams go on. In a transaction that keeps other writers out.
 */
export function* rebuild(): Steps<StoreFailure, void> {
  for (const emptied of derived) yield* ask(emptied, {})
  const streams = yield* ask(everyStream, {})
  for (const { tenant_id: tenantId, aggregate, stream_id: streamId } of streams) {
    if (!isAggregateName(aggregate)) return yield* fail(unknownAggregate(aggregate))
    yield* refold({ tenantId, aggregate, streamId })
  }
  for (const { tenant_id: tenantId, readable_from: position } of yield* ask(everyTenant, {})) {
    const pruned = yield* endReadsBefore({ tenantId, position })
    while ((yield* pruneChunk(pruned)) === 'More');
  }
}

interface Name {
  readonly tenantId: string
  readonly aggregate: Stream['aggregate']
  readonly streamId: string
}

const PAGE = 500

function* refold(name: Name): Steps<StoreFailure, void> {
  let before = emptyStream(name.aggregate, name.streamId)
  let after = before
  let position = 0
  let recordedAt = 0
  for (;;) {
    const rows = yield* ask(streamPage, { ...name, afterVersion: after.version, limit: PAGE })
    for (const row of rows) {
      if (row.commit_position !== position) {
        yield* project(name, { before, after, position, recordedAt })
        before = after
        position = row.commit_position
        recordedAt = row.recorded_at
      }
      after = advance(after, yield* decoded(row))
    }
    if (rows.length < PAGE) break
  }
  yield* project(name, { before, after, position, recordedAt })
  if (after.aggregate === 'bot') {
    yield* writeBot({ tenantId: name.tenantId, botId: name.streamId }, after.state)
  }
  const { tenantId: tenant_id, aggregate, streamId: stream_id } = name
  yield* ask(upsertStream, { tenant_id, aggregate, stream_id, version: after.version })
}

interface Step {
  readonly before: Stream
  readonly after: Stream
  readonly position: number
  readonly recordedAt: number
}

function* project(
  { tenantId, streamId: uid }: Name,
  { before, after, position, recordedAt }: Step,
): Steps<never, void> {
  if (before.aggregate !== 'event' || after.aggregate !== 'event') return
  if (before.version === after.version) return
  const changed = [{ uid, before: before.state, after: after.state }]
  yield* writeProjections(noMemory, { tenantId, changed, position, recordedAt })
}

const unknownAggregate = (aggregate: string): StoreFailure => ({
  type: 'StoreFailure',
  reason: `the log holds a stream of an unknown aggregate, ${aggregate}`,
})

const derived = [
  template((db) => db.deleteFrom('kalends_event')),
  template((db) => db.deleteFrom('kalends_event_key')),
  template((db) => db.deleteFrom('kalends_participation')),
  template((db) => db.deleteFrom('kalends_lane')),
  template((db) => db.deleteFrom('kalends_bot')),
  template((db) => db.deleteFrom('kalends_snapshot')),
  template((db) => db.deleteFrom('kalends_stream')),
]

const everyStream = template((db) =>
  db
    .selectFrom('kalends_log')
    .select(['tenant_id', 'aggregate', 'stream_id'])
    .where('version', '=', 1),
)

const everyTenant = template((db) =>
  db.selectFrom('kalends_tenant').select(['tenant_id', 'readable_from']),
)
