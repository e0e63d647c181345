import { createCalendar } from '@kalends/core'
import type { MemoryStore } from '@kalends/storage-memory'
import { memoryStore } from '@kalends/storage-memory'
import type { SqliteStoreOptions } from '@kalends/storage-sql/sqlite'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import type { OpenListing, OpenStore } from '../src/index.js'

/** The reference. */
export const memory: OpenStore<MemoryStore> = () => Promise.resolve(inMemory(memoryStore()))

const inMemory = (store: MemoryStore) => ({ store, close: () => Promise.resolve() })

const sqliteWith =
  (options: SqliteStoreOptions): OpenStore =>
  () => {
    const store = openSqliteStore({ file: ':memory:', ...options })
    return Promise.resolve({ store, close: store.close })
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
