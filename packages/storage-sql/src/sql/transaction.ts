import * as E from 'fp-ts/lib/Either.js'
import type { CompiledQuery, QueryResult } from 'kysely'
import { CompiledQuery as Compiled } from 'kysely'
import { sqliteBuilder } from './connection.js'
import type { Steps } from './steps.js'
import type { AnyTemplate, Statement } from './template.js'
import { compiled } from './template.js'

/** What is asked of a host's kysely `Transaction<DB>`, whatever its `DB`. */
export interface HostTransaction {
  readonly isTransaction: true
  readonly executeQuery: <R>(query: CompiledQuery<R>) => Promise<QueryResult<R>>
}

/** Runs steps inside a host's transaction. Rejects with what the driver throws. */
export type RunAsync = <F, A>(steps: Steps<F, A>) => Promise<E.Either<F, A>>

/** Runs steps query by query through `trx`. */
export const runAsyncIn =
  (trx: HostTransaction): RunAsync =>
  async (steps) => {
    let step = steps.next([])
    while (step.done !== true) {
      if (step.value.type === 'Fail') return E.left(step.value.failure)
      const { sql, bind } = statementOf(step.value.template)
      const { rows } = await trx.executeQuery(Compiled.raw(sql, [...bind(step.value.params)]))
      step = steps.next(rows)
    }
    return E.right(step.value)
  }

/** Runs a statement that takes nothing and gives nothing. */
export const execute = async (trx: HostTransaction, sql: string): Promise<void> => {
  await trx.executeQuery(Compiled.raw(sql))
}

const known = new WeakMap<AnyTemplate, Statement>()

const statementOf = (template: AnyTemplate): Statement => {
  const found = known.get(template)
  if (found !== undefined) return found
  const statement = compiled(sqliteBuilder, template)
  known.set(template, statement)
  return statement
}
