import type { Direction, SinglesQuery } from '@kalends/core'
import type { Kysely } from 'kysely'
import type { Database } from '../schema/database.js'
import type { Template } from '../sql/template.js'
import { template } from '../sql/template.js'
import type { Branch } from './listing-branch.js'
import type { RangeParams } from './listing-range.js'
import { rowsInRange } from './listing-range.js'
import { rangeParams } from './range-params.js'

/** What the text of a listing's statement depends on; its values are all bound. */
export interface ListingShape {
  readonly direction: Direction
  readonly branches: number
}

/** A row of a listing. */
export interface ListedRow {
  readonly uid: string
  readonly start_ms: number
  readonly end_ms: number
  readonly lane: number
  readonly summary: string | null
}

/** What is bound to a listing's statement. */
export type ListingParams = RangeParams & { readonly limit: number }

/** The parameters of a listing's statement. */
export const listingParams = (query: SinglesQuery, branches: readonly Branch[]): ListingParams => ({
  ...rangeParams(query, branches),
  limit: query.limit,
})

/**
 * The statement of a listing: each branch walks one index range in order, `union all` merges them, and the
 * limit stops all of them. The summary of a row is looked up only when the merge asks for the row.
 */
export const listingTemplate = (shape: ListingShape): Template<ListingParams, ListedRow> => {
  const name = `${shape.direction} ${shape.branches}`
  const known = templates.get(name)
  if (known !== undefined) return known
  const made = template((db, p: ListingParams) => merged(db, p, shape))
  templates.set(name, made)
  return made
}

// At most two directions, of 28 classes x 4 answers each.
const templates = new Map<string, Template<ListingParams, ListedRow>>()

const merged = (db: Kysely<Database>, p: ListingParams, shape: ListingShape) => {
  const order = shape.direction === 'Ascending' ? 'asc' : 'desc'
  let union = branch(db, p, { ...shape, index: 0 })
  for (let index = 1; index < shape.branches; index += 1) {
    union = union.unionAll(branch(db, p, { ...shape, index }))
  }
  return union.orderBy('start_ms', order).orderBy('uid', order).limit(p.limit)
}

interface BranchShape extends ListingShape {
  readonly index: number
}

const branch = (db: Kysely<Database>, p: ListingParams, shape: BranchShape) =>
  rowsInRange(db, p, shape).select((eb) =>
    eb
      .selectFrom('kalends_event as event')
      .select('event.summary')
      .where('event.tenant_id', '=', p.tenantId)
      .whereRef('event.uid', '=', 'row.uid')
      .where('event.valid_from', '<=', p.position)
      .where('event.valid_to', '>', p.position)
      .as('summary'),
  )
