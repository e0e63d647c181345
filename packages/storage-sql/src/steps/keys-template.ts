import type { Kysely } from 'kysely'
import type { Database } from '../schema/database.js'
import type { Template } from '../sql/template.js'
import { template } from '../sql/template.js'
import type { RangeParams } from './listing-range.js'
import { rowsInRange } from './listing-range.js'
import type { ListingShape } from './listing-template.js'

/** What is bound to a statement of keys. */
export type KeysParams = RangeParams & { readonly limit: number; readonly offset: number }

/** The key of a row. */
export interface KeyRow {
  readonly uid: string
  readonly start_ms: number
  readonly end_ms: number
  readonly lane: number
}

/** The statement of keys: the ranges of a listing, merged in order, of which `offset` are skipped. */
export const keysTemplate = (shape: ListingShape): Template<KeysParams, KeyRow> => {
  const name = `${shape.direction} ${shape.branches}`
  const known = templates.get(name)
  if (known !== undefined) return known
  const made = template((db, p: KeysParams) => merged(db, p, shape))
  templates.set(name, made)
  return made
}

// At most two directions, of 28 classes x 4 answers x 3 listings each.
const templates = new Map<string, Template<KeysParams, KeyRow>>()

const merged = (db: Kysely<Database>, p: KeysParams, { direction, branches }: ListingShape) => {
  const order = direction === 'Ascending' ? 'asc' : 'desc'
  let union = rowsInRange(db, p, { direction, index: 0 })
  for (let index = 1; index < branches; index += 1) {
    union = union.unionAll(rowsInRange(db, p, { direction, index }))
  }
  return union.orderBy('start_ms', order).orderBy('uid', order).limit(p.limit).offset(p.offset)
}
