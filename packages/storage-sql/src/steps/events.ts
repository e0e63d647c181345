import type { CalendarEvent, StoreFailure, TenantId } from '@kalends/core'
import { PUBLIC_AUDIENCE } from '@kalends/core'
import { sql } from 'kysely'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { calendarEventOf } from './event.js'
import { stillReadable } from './head.js'

/** Several events as they were right after a position. */
export interface EventsQuery {
  readonly tenantId: TenantId
  readonly uids: readonly string[]
  readonly position: number
}

/** Those events that there are, by uid, in two queries however many are asked for. */
export function* events({
  tenantId,
  uids,
  position,
}: EventsQuery): Steps<StoreFailure, ReadonlyMap<string, CalendarEvent>> {
  const asked = { tenantId, position, uids: JSON.stringify(uids) }
  const rows = yield* ask(eventsAt, asked)
  const participations = Map.groupBy(yield* ask(participationsAt, asked), ({ uid }) => uid)
  yield* stillReadable(tenantId, position)
  return new Map(
    rows.map((row) => [row.uid, calendarEventOf(row, participations.get(row.uid) ?? [])]),
  )
}

interface Asked {
  readonly tenantId: TenantId
  readonly position: number
  /** A JSON array. */
  readonly uids: string
}

const eventsAt = template((db, p: Asked) =>
  db
    .selectFrom('kalends_event')
    .select(['uid', 'summary', 'detail', 'overrides'])
    .where('tenant_id', '=', p.tenantId)
    .where('uid', 'in', sql<string>`(select value from json_each(${p.uids}))`)
    .where('valid_from', '<=', p.position)
    .where('valid_to', '>', p.position),
)

const participationsAt = template((db, p: Asked) =>
  db
    .selectFrom('kalends_participation')
    .select(['uid', 'user_id', 'status', 'answer', 'occurrences'])
    .where('tenant_id', '=', p.tenantId)
    .where('uid', 'in', sql<string>`(select value from json_each(${p.uids}))`)
    .where('recurrence_id', '=', '')
    .where('valid_from', '<=', p.position)
    .where('valid_to', '>', p.position)
    .where('user_id', '!=', PUBLIC_AUDIENCE)
    .orderBy('ordinal'),
)
