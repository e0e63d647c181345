/** Kalends on SQLite, by better-sqlite3. */
export type { OpenFailure } from './schema/migrate.js'
export type { HostTransaction } from './sql/transaction.js'
export type { SqliteConnection, SqliteFile, SqliteStoreOptions } from './sqlite/open.js'
export {
  openSqliteStore,
  SqliteOpenError,
  sqliteStore,
  tryOpenSqliteStore,
  trySqliteStore,
} from './sqlite/open.js'
export type { SqliteStore } from './sqlite/store.js'
export type { Difference } from './sqlite/verify.js'
export type { Within } from './sqlite/within.js'
