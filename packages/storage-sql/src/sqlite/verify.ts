import type { StoreFailure } from '@kalends/core'
import type { Database as Connection } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { RunSync } from '../sql/connection.js'
import { attempt, perform } from '../sql/driver-failure.js'
import { pruneChunk } from '../steps/prune.js'
import { rebuild } from '../steps/rebuild.js'

/** A row that is not as folding the log makes it: `Missing` is what should be there, `Unexpected` what is. */
export interface Difference {
  readonly type: 'Missing' | 'Unexpected'
  readonly table: string
  readonly row: Readonly<Record<string, unknown>>
}

const TABLES = [
  'kalends_event',
  'kalends_event_key',
  'kalends_participation',
  'kalends_lane',
  'kalends_bot',
  'kalends_stream',
] as const
const MOST = 100

/**
 * Compares everything that follows from the log with a fold of the log, and the log with its counters.
 *
 * Rebuilds inside a transaction that is always undone: other writers wait meanwhile. Gives at most a hundred
 * differences of each kind. The caller has begun the transaction.
 */
export const verify = (
  connection: Connection,
  run: RunSync,
): E.Either<StoreFailure, readonly Difference[]> => {
  const compared = attempt(() => comparedInside(connection, run))
  const undone = perform(() => connection.exec('rollback'))
  return E.isLeft(undone) ? undone : compared
}

const comparedInside = (
  connection: Connection,
  run: RunSync,
): E.Either<StoreFailure, readonly Difference[]> => {
  forgetUnreadable(connection, run)
  for (const table of TABLES) {
    connection.exec(`create temp table stored_${table} as select * from ${table}`)
  }
  const rebuilt = run(rebuild())
  if (E.isLeft(rebuilt)) return rebuilt
  return E.right([
    ...brokenLog(connection),
    ...TABLES.flatMap((table) => differ(connection, table)),
  ])
}

// A pruning that was cut short leaves rows that nobody can read.
const forgetUnreadable = (connection: Connection, run: RunSync): void => {
  const tenants = connection
    .prepare<[], { tenantId: string; position: number }>(
      'select tenant_id as tenantId, readable_from as position from kalends_tenant',
    )
    .all()
  for (const pruned of tenants) {
    for (;;) {
      const chunk = run(pruneChunk(pruned))
      if (E.isLeft(chunk) || chunk.right === 'Done') break
    }
  }
}

const differ = (connection: Connection, table: (typeof TABLES)[number]): readonly Difference[] => {
  const rows = (from: string, without: string) =>
    connection
      .prepare<[], Difference['row']>(
        `select * from ${from} except select * from ${without} limit ${MOST}`,
      )
      .all()
  const found = (type: Difference['type'], row: Difference['row']) => ({ type, table, row })
  return [
    ...rows(table, `stored_${table}`).map((row) => found('Missing', row)),
    ...rows(`stored_${table}`, table).map((row) => found('Unexpected', row)),
  ]
}

/** Tenants whose positions have gaps, or whose counter or stamps disagree with their log. */
const brokenLog = (connection: Connection): readonly Difference[] =>
  connection
    .prepare<[], Difference['row']>(
      `select coalesce(t.tenant_id, l.tenant_id) as tenant_id, t.position, l.last, l.events
       from kalends_tenant t full join (
         select tenant_id, max(position) as last, count(*) as events, max(recorded_at) as stamp
         from kalends_log group by tenant_id
       ) l on l.tenant_id = t.tenant_id
       where t.position is not l.last or l.last is not l.events or t.recorded_at is not l.stamp
       union all
       select tenant_id, position, recorded_at, before from (
         select tenant_id, position, recorded_at,
           lag(recorded_at) over (partition by tenant_id order by position) as before
         from kalends_log
       ) where recorded_at < before
       limit ${MOST}`,
    )
    .all()
    .map((row) => ({ type: 'Unexpected', table: 'kalends_log', row }))
