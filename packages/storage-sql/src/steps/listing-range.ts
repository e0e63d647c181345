import type { Direction } from '@kalends/core'
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Database, ParticipationTable } from '../schema/database.js'
import type { Branch } from './listing-branch.js'

/** What is bound to a statement over index ranges: the fields of each branch carry its number. */
export type RangeParams = {
  readonly tenantId: string
  readonly userId: string
  readonly position: number
  readonly endFrom: number
  readonly endTo: number
  readonly points: number
  readonly [field: `lane${number}` | `low${number}` | `high${number}`]: number
  readonly [field: `lowUid${number}` | `highUid${number}`]: string
}

/** Which range, and which way it is walked. */
export interface RangeShape {
  readonly direction: Direction
  readonly index: number
}

/** The rows of one index range that a window holds. All that is asked of them is in the index. */
export const rowsInRange = (
  db: Kysely<Database>,
  p: RangeParams,
  { direction, index }: RangeShape,
) => {
  const { lane, low, lowUid, high, highUid } = fieldsOf(p, index)
  return db
    .selectFrom('kalends_participation as row')
    .select(['row.uid', 'row.start_ms', 'row.end_ms', 'row.lane'])
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

const isPointIn = (eb: ExpressionBuilder<Row, 'row'>, p: RangeParams) =>
  eb.and([eb('row.end_ms', '=', eb.ref('row.start_ms')), eb('row.start_ms', '>=', p.points)])

// All are there; that an index signature may lack one is all the compiler can know.
const fieldsOf = (p: RangeParams, index: number): Branch => ({
  lane: p[`lane${index}`] ?? 0,
  low: p[`low${index}`] ?? 0,
  lowUid: p[`lowUid${index}`] ?? '',
  high: p[`high${index}`] ?? 0,
  highUid: p[`highUid${index}`] ?? '',
})
