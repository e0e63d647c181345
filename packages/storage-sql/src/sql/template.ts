import type { Compilable, Kysely } from 'kysely'
import type { Database } from '../schema/database.js'

/**
 * A statement with named parameters, built by kysely once for each connection and run many times.
 *
 * `build` must put every parameter where SQL takes a value, and may not look at it: while the statement is
 * built, parameters are placeholders.
 */
export interface Template<P, Row> {
  readonly build: (db: Kysely<Database>, params: P) => Compilable<Row>
}

/** Names the types of a template by those of its builder. */
export const template = <P, Row>(build: Template<P, Row>['build']): Template<P, Row> => ({ build })

/** A template of any parameters and rows. */
export type AnyTemplate = Template<never, unknown>

/** A built statement: its text, and what is bound to it, in order. */
export interface Statement {
  readonly sql: string
  readonly bind: (params: Readonly<Record<string, unknown>>) => readonly unknown[]
}

/** Stands for every parameter while a statement is built. */
export type Placeholders = never

/** Builds a statement. */
export const compiled = (db: Kysely<Database>, { build }: AnyTemplate): Statement => {
  const slots = new Map<unknown, string>()
  const placeholders = new Proxy(
    {},
    {
      get: (_target, name) => {
        const slot = { slot: name }
        slots.set(slot, String(name))
        return slot
      },
    },
  )
  const { sql, parameters } = build(db, placeholders as Placeholders).compile()
  const names = parameters.map((parameter) => slots.get(parameter))
  return {
    sql,
    bind: (params) =>
      names.map((name, index) => wellFormed(name === undefined ? parameters[index] : params[name])),
  }
}

// The driver would write a lone surrogate as U+FFFD, and two keys would become one.
const wellFormed = (value: unknown): unknown => {
  if (typeof value !== 'string' || value.isWellFormed()) return value
  throw new Error('a text with a lone surrogate cannot be stored')
}
