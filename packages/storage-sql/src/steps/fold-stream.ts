import type { AggregateName, Recorded, Stream, StoreFailure, TenantId } from '@kalends/core'
import { advance, aggregates, emptyStream } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { recordedOf } from '../rows/log-row.js'
import type { LogTable } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask, askOne, fail } from '../sql/steps.js'
import { template } from '../sql/template.js'
import type { Folded, Memory } from './memory.js'
import { streamKey } from './memory.js'

/** One stream of a tenant. */
export interface StreamName {
  readonly tenantId: TenantId
  readonly aggregate: AggregateName
  readonly streamId: string
}

const PAGE = 500

/**
 * Folds a stream to its last version: from memory when that is its version, else from memory or the
 * snapshot, whichever is there, and the domain events since.
 */
export function* foldStream(memory: Memory, name: StreamName): Steps<StoreFailure, Folded> {
  const key = streamKey(name.tenantId, name.aggregate, name.streamId)
  const current = yield* askOne(currentVersion, name)
  if (current === null) return emptyFold(key, name)
  const known = memory.folded(key)
  if (known?.stream.version === current.version) return known
  let folded =
    known !== undefined && known.stream.version < current.version
      ? known
      : ((yield* snapshotOf(name)) ?? emptyFold(key, name))
  while (folded.stream.version < current.version) {
    const after = folded.stream.version
    const rows = yield* ask(streamPage, { ...name, afterVersion: after, limit: PAGE })
    for (const row of rows) folded = advanced(folded, row, yield* decoded(row))
    if (folded.stream.version === after) return yield* fail(gapIn(name, after + 1))
  }
  return folded
}

/** Domain events of one stream after a version, by version. */
export const streamPage = template(
  (db, p: StreamName & { readonly afterVersion: number; readonly limit: number }) =>
    db
      .selectFrom('kalends_log')
      .selectAll()
      .where('tenant_id', '=', p.tenantId)
      .where('aggregate', '=', p.aggregate)
      .where('stream_id', '=', p.streamId)
      .where('version', '>', p.afterVersion)
      .orderBy('version')
      .limit(p.limit),
)

/** Reads a log row, or ends the steps. */
export function* decoded(row: LogTable): Steps<StoreFailure, Recorded> {
  const recorded = recordedOf(row)
  return E.isRight(recorded) ? recorded.right : yield* fail(recorded.left)
}

const currentVersion = template((db, p: StreamName) =>
  db
    .selectFrom('kalends_stream')
    .select('version')
    .where('tenant_id', '=', p.tenantId)
    .where('aggregate', '=', p.aggregate)
    .where('stream_id', '=', p.streamId),
)

const lastSnapshot = template((db, p: StreamName & { readonly snapshotVersion: number }) =>
  db
    .selectFrom('kalends_snapshot')
    .select(['version', 'state'])
    .where('tenant_id', '=', p.tenantId)
    .where('aggregate', '=', p.aggregate)
    .where('stream_id', '=', p.streamId)
    .where('snapshot_version', '=', p.snapshotVersion),
)

// A snapshot that cannot be read is no loss: the log has all of it.
function* snapshotOf(name: StreamName): Steps<never, Folded | null> {
  const { aggregate, tenantId, streamId } = name
  const { snapshotVersion, state: codec } = aggregates[aggregate]
  const row = yield* askOne(lastSnapshot, { ...name, snapshotVersion })
  if (row === null) return null
  const parsed = E.tryCatch((): unknown => JSON.parse(row.state), E.toError)
  if (E.isLeft(parsed)) return null
  const state = codec.decode(parsed.right)
  if (E.isLeft(state)) return null
  const stream = { aggregate, streamId, version: row.version, state: state.right } as FoldedStream
  return { key: streamKey(tenantId, aggregate, streamId), stream, weight: row.state.length }
}

/** A stream whose state was decoded by the codec of its own aggregate. */
export type FoldedStream = Stream

const emptyFold = (key: string, { aggregate, streamId }: StreamName): Folded => ({
  key,
  stream: emptyStream(aggregate, streamId),
  weight: 0,
})

const advanced = ({ key, stream, weight }: Folded, row: LogTable, recorded: Recorded): Folded => ({
  key,
  stream: advance(stream, recorded),
  weight: weight + row.data.length,
})

const gapIn = ({ tenantId, aggregate, streamId }: StreamName, version: number): StoreFailure => ({
  type: 'StoreFailure',
  reason: `version ${version} of stream ${aggregate}/${streamId} of tenant ${tenantId} is missing`,
})
