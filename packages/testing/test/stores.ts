import { createCalendar } from '@kalends/core'
import type { MemoryStore } from '@kalends/storage-memory'
import { memoryStore } from '@kalends/storage-memory'
import type { SqliteStoreOptions } from '@kalends/storage-sql/sqlite'
import { sqliteStore } from '@kalends/storage-sql/sqlite'
import BetterSqlite3 from 'better-sqlite3'
import type { OpenListing, OpenStore } from '../src/index.js'

/** The reference. */
export const memory: OpenStore<MemoryStore> = () => Promise.resolve(inMemory(memoryStore()))

const inMemory = (store: MemoryStore) => ({ store, close: () => Promise.resolve() })

const sqliteWith =
  (options: SqliteStoreOptions): OpenStore =>
  () => {
    const database = new BetterSqlite3(migrated())
    const store = sqliteStore({ database, ...options })
    const close = async () => {
      await store.close()
      database.close()
    }
    return Promise.resolve({ store, close })
  }

/** A database that has its schema and nothing else: making it anew for each sample is most of what a small one costs. */
const migrated = (): Buffer => {
  made.database ??= inMemoryDatabase()
  return made.database
}

const made: { database?: Buffer } = {}

const inMemoryDatabase = (): Buffer => {
  const database = new BetterSqlite3(':memory:')
  sqliteStore({ database })
  const bytes = database.serialize()
  database.close()
  return bytes
}

/** SQLite as it comes. */
export const sqlite = sqliteWith({})

/** SQLite that keeps nothing folded and folds on from snapshots whenever it can. */
export const sqliteFromSnapshots = sqliteWith({ snapshotEvery: 2, memoryBytes: 0 })

/** A calendar's own listing over a store. */
export const listingOver =
  (open: OpenStore): OpenListing =>
  async () => {
    const { store, close } = await open()
    return { store, pages: createCalendar({ store }).promises.list, close }
  }
