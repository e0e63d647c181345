import type { StoreFailure, TenantSeriesQuery, TenantSeriesRow } from '@kalends/core'
import { aliveIn } from '@kalends/core'
import { KEY_COLUMNS, tenantKeyOf } from '../rows/tenant-key.js'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { stillReadable } from './head.js'
import type { KnownSeries } from './known-series.js'
import { fetchSummary } from './series.js'

/** The series of a tenant that are alive in a window. What a version holds is asked for only when it is not known. */
export function* tenantSeries(
  known: KnownSeries,
  { tenantId, position, filter }: TenantSeriesQuery,
): Steps<StoreFailure, readonly TenantSeriesRow[]> {
  const { uid, calendarId, window, updatedAfter = 0 } = filter
  const { startTo, endFrom } = aliveIn(window)
  const rows: TenantSeriesRow[] = []
  for (const row of yield* ask(aliveInTenant, {
    ...{ tenantId, position, updatedAfter, startTo, endFrom },
  })) {
    if (uid !== null && uid !== row.uid) continue
    if (calendarId !== null && calendarId !== row.calendar_id) continue
    const { uid: found, event_valid_from: validFrom } = row
    const event =
      validFrom === null ? null : yield* fetchSummary(known, { tenantId, uid: found, validFrom })
    if (event !== null) rows.push({ key: tenantKeyOf(row), event })
  }
  yield* stillReadable(tenantId, position)
  return rows
}

interface Alive {
  readonly tenantId: string
  readonly position: number
  readonly updatedAfter: number
  readonly startTo: number
  readonly endFrom: number
}

/** Of an event's row the version that holds is the last that is not too new. */
const aliveInTenant = template((db, p: Alive) =>
  db
    .selectFrom('kalends_event_key as row')
    .select(KEY_COLUMNS)
    .select((eb) =>
      eb
        .selectFrom('kalends_event as event')
        .select((inner) => inner.fn.max('event.valid_from').as('valid_from'))
        .where('event.tenant_id', '=', p.tenantId)
        .whereRef('event.uid', '=', 'row.uid')
        .where('event.valid_from', '<=', p.position)
        .as('event_valid_from'),
    )
    .where('row.tenant_id', '=', p.tenantId)
    .where((eb) => eb('row.repeats', '=', eb.lit(1)))
    .where('row.end_ms', '>=', p.endFrom)
    .where('row.start_ms', '<=', p.startTo)
    .where('row.valid_from', '>', p.updatedAfter)
    .where('row.valid_from', '<=', p.position)
    .where('row.valid_to', '>', p.position),
)
