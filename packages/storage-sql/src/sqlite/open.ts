import type { Clock } from '@kalends/core'
import { systemClock } from '@kalends/core'
import type { Database as Connection } from 'better-sqlite3'
import BetterSqlite3 from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { OpenFailure } from '../schema/migrate.js'
import { migrate } from '../schema/migrate.js'
import { migrations } from '../schema/migrations.js'
import { attempt, perform } from '../sql/driver-failure.js'
import type { SqliteStore } from './store.js'
import { storeOn } from './store.js'

/** What may be set, each with its default. */
export interface SqliteStoreOptions {
  /** Where stamps come from: the machine's clock. */
  readonly clock?: Clock
  /** After how many domain events of a stream its state is written down: 100. */
  readonly snapshotEvery?: number
  /**
   * How many bytes of domain events the streams kept folded in memory may have had: 32 MiB. As much again is for
   * series that were listed.
   */
  readonly memoryBytes?: number
  /** How long a write waits for another connection to let go of the database: 5000. */
  readonly busyTimeoutMs?: number
}

/** A file, made when it is not there, or `:memory:`. */
export interface SqliteFile extends SqliteStoreOptions {
  readonly file: string
}

/** A connection of the host's own. It stays open when the store is closed. */
export interface SqliteConnection extends SqliteStoreOptions {
  readonly database: Connection
}

/** A database could not be opened as a store. */
export class SqliteOpenError extends Error {
  readonly failure: OpenFailure
  constructor(failure: OpenFailure) {
    super(
      failure.type === 'StoreFailure'
        ? failure.reason
        : `the schema is of version ${failure.found}, known are those up to ${failure.known}`,
    )
    this.name = 'SqliteOpenError'
    this.failure = failure
  }
}

/** Opens a file as a store, and migrates it. Throws `SqliteOpenError`. @see tryOpenSqliteStore */
export const openSqliteStore = (options: SqliteFile): SqliteStore =>
  orThrow(tryOpenSqliteStore(options))

/** Makes a store of the host's connection, and migrates its database. Throws `SqliteOpenError`. */
export const sqliteStore = (options: SqliteConnection): SqliteStore =>
  orThrow(trySqliteStore(options))

/** Opens a file as a store, and migrates it. */
export const tryOpenSqliteStore = (options: SqliteFile): E.Either<OpenFailure, SqliteStore> =>
  pipe(
    attempt(() => E.right(new BetterSqlite3(options.file, { timeout: OPENING_MS }))),
    E.chain((database) => openedOwn({ ...options, database })),
  )

/**
 * Makes a store of the host's connection, and migrates its database.
 *
 * Sets it to WAL and `synchronous=FULL`, without which an acknowledged append can be lost. Its busy timeout
 * stays: while it lasts, SQLite blocks the event loop.
 */
export const trySqliteStore = (options: SqliteConnection): E.Either<OpenFailure, SqliteStore> =>
  opened(options, () => undefined)

const OPENING_MS = 5000

// SQLite waits by blocking the event loop, on which the lock's holder may depend: writes wait outside of it.
const BLOCKING_MS = 5

const openedOwn = (options: SqliteConnection): E.Either<OpenFailure, SqliteStore> => {
  const { database } = options
  const close = () => {
    database.close()
  }
  const store = pipe(
    perform(() => ownPragmas(database)),
    E.chainW(() => opened(options, close)),
    E.chainFirstW(() => perform(() => database.pragma(`busy_timeout = ${BLOCKING_MS}`))),
  )
  if (E.isLeft(store)) close()
  return store
}

const opened = (
  options: SqliteConnection,
  close: () => void,
): E.Either<OpenFailure, SqliteStore> => {
  const { database: connection, clock = systemClock } = options
  const { snapshotEvery = 100, memoryBytes = 32 * 1024 * 1024, busyTimeoutMs = 5000 } = options
  return pipe(
    perform(() => durable(connection)),
    E.chainW(() => migrate(connection, migrations, clock.now())),
    E.map(() => storeOn({ connection, clock, snapshotEvery, memoryBytes, busyTimeoutMs, close })),
  )
}

const durable = (connection: Connection): void => {
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = full')
  connection.pragma('wal_autocheckpoint = 4000')
}

const ownPragmas = (connection: Connection): void => {
  connection.pragma('foreign_keys = on')
  connection.pragma('temp_store = memory')
  connection.pragma('cache_size = -65536')
}

const orThrow = (opened: E.Either<OpenFailure, SqliteStore>): SqliteStore => {
  if (E.isRight(opened)) return opened.right
  throw new SqliteOpenError(opened.left)
}
