import type { AnyTemplate, Template } from './template.js'

/** Asks the database for the rows of a statement. */
export interface Query {
  readonly type: 'Query'
  readonly template: AnyTemplate
  readonly params: Readonly<Record<string, unknown>>
}

/** Ends the steps. */
export interface Fail<F> {
  readonly type: 'Fail'
  readonly failure: F
}

/**
 * What to ask a database, step by step: yields queries, is handed their rows, returns a result.
 *
 * Knows no connection, so the same steps run at once on a synchronous driver and, awaiting each query,
 * inside a host's transaction.
 */
export type Steps<F, A> = Generator<Query | Fail<F>, A, readonly unknown[]>

/** The rows of a query, typed by its template. */
export type RowsOf<Row> = readonly Row[]

/** The parameters of a query, as runners see them. */
export type Params = Readonly<Record<string, unknown>>

/** Asks one query. */
export function* ask<P, Row>(template: Template<P, Row>, params: P): Steps<never, RowsOf<Row>> {
  const rows = yield { type: 'Query', template, params: params as Params }
  return rows as RowsOf<Row>
}

/** Asks a query that yields at most one row. */
export function* askOne<P, Row>(template: Template<P, Row>, params: P): Steps<never, Row | null> {
  const rows = yield* ask(template, params)
  return rows[0] ?? null
}

/** Ends the steps with a failure. */
export function* fail<F>(failure: F): Steps<F, never> {
  yield { type: 'Fail', failure }
  throw new Error('a runner went on after a failure')
}
