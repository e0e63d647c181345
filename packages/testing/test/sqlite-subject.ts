import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Append, Rejection } from '@kalends/core'
import type { SqliteStore, SqliteStoreOptions } from '@kalends/storage-sql/sqlite'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { OpenStore, StoreFixture, StoreUnderTest } from '../src/index.js'
import { succeed } from '../src/index.js'

type Subject = StoreUnderTest<SqliteStore>

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** SQLite on a file of its own, with all that the suite asks for. */
export const sqliteFile =
  (options: SqliteStoreOptions = {}): OpenStore<SqliteStore> =>
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'kalends-suite-'))
    const file = join(folder, 'calendar.db')
    const subject = subjectOn(file, options)
    const close = async () => {
      await subject.close()
      rmSync(folder, { recursive: true, force: true })
    }
    return Promise.resolve({ ...subject, close })
  }

const subjectOn = (file: string, options: SqliteStoreOptions): Subject => {
  const store = openSqliteStore({ file, ...options })
  const state = { isOpen: true }
  const close = async () => {
    if (!state.isOpen) return
    state.isOpen = false
    const differences = await succeed(store.verify)
    await store.close()
    if (differences.length > 0) throw new Error(`not as folded: ${JSON.stringify(differences)}`)
  }
  return {
    store,
    close,
    reopen: async () => {
      await close()
      return subjectOn(file, options)
    },
    share: () => Promise.resolve(subjectOn(file, options)),
    hold: (append) => held(file, store, append),
    storm: stormOn(file),
    fixtures,
  }
}

/** How to append to a file in a process of its own. */
export const stormOn = (file: string, ...how: readonly 'early'[]) => ({
  command: process.execPath,
  args: [
    '--conditions=@kalends/source',
    '--disable-warning=ExperimentalWarning',
    `--import=${fileURLToPath(new URL('./child/from-sources.mjs', import.meta.url))}`,
    fileURLToPath(new URL('./child/storm.ts', import.meta.url)),
    file,
    ...how,
  ],
})

/** Appends within a transaction of a host's, which ends when it is told. */
const held = async (file: string, store: SqliteStore, append: Append<Rejection>) => {
  const db = new Kysely({ dialect: new SqliteDialect({ database: new BetterSqlite3(file) }) })
  const written = Promise.withResolvers<undefined>()
  const released = Promise.withResolvers<undefined>()
  const done = db.transaction().execute(async (trx) => {
    await succeed(store.within(trx).append(append))
    written.resolve(undefined)
    await released.promise
  })
  await Promise.race([written.promise, done])
  return {
    commit: async () => {
      released.resolve(undefined)
      await done
      await db.destroy()
    },
  }
}

type Cell = string | number | null | { readonly hex: string }

const readJson = (name: string): unknown => JSON.parse(readFileSync(pathOf(name), 'utf8'))

/** The schemas before the last. Each has what it changed in `sqlite-schema-N.sql`, and a golden file of its rows. */
const EARLIER_SCHEMAS = [1, 2, 3] as const

/** Makes a file as `schema` left it, with what was written into it then. */
const writeSchema = (file: string, schema: number): void => {
  const database = new DatabaseSync(file)
  for (const each of EARLIER_SCHEMAS) {
    if (each > schema) continue
    database.exec(readFileSync(pathOf(`./fixtures/sqlite-schema-${each}.sql`), 'utf8'))
  }
  const tables = readJson(`../../storage-sql/test/m000${schema}.golden.json`) as Readonly<
    Record<string, readonly (readonly Cell[])[]>
  >
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const cells = row.map((cell) =>
        cell !== null && typeof cell === 'object' ? Buffer.from(cell.hex, 'hex') : cell,
      )
      database.prepare(`insert into ${table} values (${cells.map(() => '?').join()})`).run(...cells)
    }
  }
  database.close()
}

const fixtures: readonly StoreFixture<SqliteStore>[] = EARLIER_SCHEMAS.map((schema) => ({
  name: `schema ${schema}`,
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'kalends-schema-'))
    const file = join(folder, 'calendar.db')
    writeSchema(file, schema)
    const subject = subjectOn(file, {})
    const close = async () => {
      await subject.close()
      rmSync(folder, { recursive: true, force: true })
    }
    return Promise.resolve({ ...subject, close })
  },
}))

/** The number of the schema that the store makes of a new file. */
export const schemaOfToday = async (): Promise<unknown> => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-today-'))
  const file = join(folder, 'calendar.db')
  await openSqliteStore({ file }).close()
  const database = new DatabaseSync(file)
  const row = database.prepare('select max(version) as version from kalends_schema').get()
  database.close()
  rmSync(folder, { recursive: true, force: true })
  return row?.['version']
}

/** How many earlier schemas there are fixtures of. */
export const earlierSchemas = fixtures.length
