import * as E from 'fp-ts/lib/Either.js'
import type { Database as Connection, Statement as Prepared } from 'better-sqlite3'
import { Kysely, DummyDriver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Database } from '../schema/database.js'
import type { Steps } from './steps.js'
import type { AnyTemplate, Statement } from './template.js'
import { compiled } from './template.js'

/** Builds SQLite's statements; runs none. */
export const sqliteBuilder = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Runs steps at once. Throws what the driver throws. */
export type RunSync = <F, A>(steps: Steps<F, A>) => E.Either<F, A>

/** Runs steps on a connection, whose prepared statements it keeps. */
export const runSyncOn = (connection: Connection): RunSync => {
  const prepare = preparedOn(connection)
  return (steps) => {
    let step = steps.next([])
    while (step.done !== true) {
      if (step.value.type === 'Fail') {
        return E.left(step.value.failure)
      }
      const { statement, prepared } = prepare(step.value.template)
      const values = statement.bind(step.value.params)
      step = steps.next(rowsOf(prepared, values))
    }
    return E.right(step.value)
  }
}

interface Ready {
  readonly statement: Statement
  readonly prepared: Prepared
}

const preparedOn = (connection: Connection) => {
  const known = new Map<AnyTemplate, Ready>()
  return (template: AnyTemplate): Ready => {
    const found = known.get(template)
    if (found !== undefined) return found
    const statement = compiled(sqliteBuilder, template)
    const ready = { statement, prepared: connection.prepare(statement.sql) }
    known.set(template, ready)
    return ready
  }
}

const NO_ROWS: readonly unknown[] = []

const rowsOf = (prepared: Prepared, values: readonly unknown[]): readonly unknown[] => {
  if (prepared.reader) return prepared.all(...values)
  prepared.run(...values)
  return NO_ROWS
}
