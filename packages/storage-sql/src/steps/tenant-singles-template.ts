import type { ClosedWindow, Direction } from '@kalends/core'
import { KEY_COLUMNS } from '../rows/tenant-key.js'
import { template } from '../sql/template.js'

/** A column that keys are sorted by. */
export type KeyColumn = 'created_ms' | 'updated_ms' | 'start_ms' | 'end_ms'

/** How keys are looked for: in which order, and among which. */
export interface KeyFilter {
  readonly column: KeyColumn
  readonly direction: Direction
  readonly by: 'Tenant' | 'Calendar' | 'Event'
}

/** What a page of keys is asked with. Without a filter by event or calendar, its parameter is not looked at. */
export interface KeyParams extends ClosedWindow {
  readonly tenantId: string
  readonly position: number
  readonly uid: string
  readonly calendarId: string
  readonly updatedFrom: number
  readonly updatedAfter: number
  /** Behind which key rows begin, in the direction; and the last value that they can have. */
  readonly value: number
  readonly afterUid: string
  readonly end: number
  readonly limit: number
}

/** The statement for a page of keys of single events. */
export const tenantSinglesTemplate = ({ column, direction, by }: KeyFilter) =>
  template((db, p: KeyParams) => {
    const asc = direction === 'Ascending'
    const page = db
      .selectFrom('kalends_event_key')
      .select(KEY_COLUMNS)
      .where('tenant_id', '=', p.tenantId)
      .where((eb) => eb('repeats', '=', eb.lit(0)))
      .where((eb) => eb(eb.refTuple(column, 'uid'), asc ? '>' : '<', eb.tuple(p.value, p.afterUid)))
      .where(column, asc ? '<=' : '>=', p.end)
      .where('start_ms', '>=', p.startFrom)
      .where('start_ms', '<=', p.startTo)
      .where('end_ms', '<=', p.endTo)
      .where((eb) =>
        eb.or([
          eb('end_ms', '>=', p.endFrom),
          eb.and([eb('end_ms', '=', eb.ref('start_ms')), eb('start_ms', '>=', p.points)]),
        ]),
      )
      .where('updated_ms', '>=', p.updatedFrom)
      // A key is written with each update, and only then.
      .where('valid_from', '>', p.updatedAfter)
      .where('valid_from', '<=', p.position)
      .where('valid_to', '>', p.position)
      .orderBy(column, asc ? 'asc' : 'desc')
      .orderBy('uid', asc ? 'asc' : 'desc')
      .limit(p.limit)
    if (by === 'Event') return page.where('uid', '=', p.uid)
    return by === 'Calendar' ? page.where('calendar_id', '=', p.calendarId) : page
  })
