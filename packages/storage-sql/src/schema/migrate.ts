import type { StoreFailure } from '@kalends/core'
import type { Database as Connection } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { attempt, perform } from '../sql/driver-failure.js'
import type { Migration } from './migration.js'

/** Why a database cannot be used. */
export type OpenFailure =
  | StoreFailure
  /** A later version of this package has migrated it. */
  | { readonly type: 'NewerSchema'; readonly found: number; readonly known: number }

/**
 * Brings the schema up to date, under the write lock, all or nothing. Returns its version.
 *
 * Several processes may open one file at once: the first migrates, the others find it done.
 */
export const migrate = (
  connection: Connection,
  migrations: readonly Migration[],
  now: number,
): E.Either<OpenFailure, number> => {
  const begun = perform(() => connection.exec('begin immediate'))
  if (E.isLeft(begun)) return begun
  const migrated = attempt(() => {
    const result = migratedInside(connection, migrations, now)
    connection.exec(E.isRight(result) ? 'commit' : 'rollback')
    return result
  })
  if (connection.inTransaction) perform(() => connection.exec('rollback'))
  return migrated
}

const migratedInside = (
  connection: Connection,
  migrations: readonly Migration[],
  now: number,
): E.Either<OpenFailure, number> => {
  connection.exec(`create table if not exists kalends_schema (
    version integer not null primary key,
    name text not null,
    applied_at integer not null
  ) strict`)
  const found = versionOf(connection)
  const known = migrations.at(-1)?.version ?? 0
  if (found > known) return E.left({ type: 'NewerSchema', found, known })
  const insert = connection.prepare('insert into kalends_schema values (?, ?, ?)')
  for (const { version, name, statements } of migrations) {
    if (version <= found) continue
    for (const statement of statements) connection.exec(statement)
    insert.run(version, name, now)
  }
  return E.right(known)
}

const versionOf = (connection: Connection): number => {
  const version = connection.prepare('select max(version) from kalends_schema').pluck().get()
  return typeof version === 'number' ? version : 0
}
