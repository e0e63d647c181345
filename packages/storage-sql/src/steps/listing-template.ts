import type { Direction, SinglesQuery } from '@kalends/core'
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Database, ParticipationTable } from '../schema/database.js'
import type { Template } from '../sql/template.js'
import { template } from '../sql/template.js'
import type { Branch } from './listing-branch.js'

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

/** What is bound to a listing's statement: the fields of each branch carry its number. */
export type ListingParams = {
  readonly tenantId: string
  readonly userId: string
  readonly position: number
  readonly endFrom: number
  readonly endTo: number
  readonly points: number
  readonly limit: number
  readonly [field: `lane${number}` | `low${number}` | `high${number}`]: number
  readonly [field: `lowUid${number}` | `highUid${number}`]: string
}

/** The parameters of a listing's statement. */
export const listingParams = (query: SinglesQuery, branches: readonly Branch[]): ListingParams => {
  const { tenantId, userId, position, limit, window } = query
  const { endFrom, endTo, points } = window
  const fields = branches.flatMap((branch, index) =>
    Object.entries(branch).map(([name, value]) => [`${name}${index}`, value] as const),
  )
  const shared = { tenantId, userId, position, limit, endFrom, endTo, points }
  const numbered: Readonly<Record<string, string | number>> = Object.fromEntries(fields)
  return { ...shared, ...numbered }
}

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

const branch = (db: Kysely<Database>, p: ListingParams, { direction, index }: BranchShape) => {
  const { lane, low, lowUid, high, highUid } = fieldsOf(p, index)
  return db
    .selectFrom('kalends_participation as row')
    .select(['row.uid', 'row.start_ms', 'row.end_ms', 'row.lane'])
    .select((eb) =>
      eb
        .selectFrom('kalends_event as event')
        .select('event.summary')
        .where('event.tenant_id', '=', p.tenantId)
        .whereRef('event.uid', '=', 'row.uid')
        .where('event.valid_from', '<=', p.position)
        .where('event.valid_to', '>', p.position)
        .as('summary'),
    )
    .where('row.tenant_id', '=', p.tenantId)
    .where('row.user_id', '=', p.userId)
    .where('row.lane', '=', lane)
    .where((eb) => {
      const key = eb.refTuple('row.start_ms', 'row.uid')
      return direction === 'Ascending'
        ? eb.and([eb(key, '>=', eb.tuple(low, lowUid)), eb('row.start_ms', '<=', high)])
        : eb.and([eb(key, '<=', eb.tuple(high, highUid)), eb('row.start_ms', '>=', low)])
    })
    .where('row.end_ms', '<=', p.endTo)
    .where((eb) => eb.or([eb('row.end_ms', '>=', p.endFrom), isPointIn(eb, p)]))
    .where('row.valid_from', '<=', p.position)
    .where('row.valid_to', '>', p.position)
}

type Row = { readonly row: ParticipationTable }

const isPointIn = (eb: ExpressionBuilder<Row, 'row'>, p: ListingParams) =>
  eb.and([eb('row.end_ms', '=', eb.ref('row.start_ms')), eb('row.start_ms', '>=', p.points)])

// All are there; that an index signature may lack one is all the compiler can know.
const fieldsOf = (p: ListingParams, index: number): Branch => ({
  lane: p[`lane${index}`] ?? 0,
  low: p[`low${index}`] ?? 0,
  lowUid: p[`lowUid${index}`] ?? '',
  high: p[`high${index}`] ?? 0,
  highUid: p[`highUid${index}`] ?? '',
})
