import type { CalendarEvent, StoreFailure, TenantId } from '@kalends/core'
import { PUBLIC_AUDIENCE } from '@kalends/core'
import { detailOf, overridesOf, participationOf, summaryOf } from '../rows/projection-json.js'
import type { EventTable, ParticipationTable } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask, askOne } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { stillReadable } from './head.js'

/** One event as it was right after a position. */
export interface EventQuery {
  readonly tenantId: TenantId
  readonly uid: string
  readonly position: number
}

/** An event with its participants in the order in which they were invited, or null. */
export function* event(query: EventQuery): Steps<StoreFailure, CalendarEvent | null> {
  const row = yield* askOne(eventAt, query)
  const participations = row === null ? [] : yield* ask(participationsAt, query)
  yield* stillReadable(query.tenantId, query.position)
  if (row === null) return null
  return calendarEventOf(row, participations)
}

/** An event, put together from its row and those of its participants. */
export const calendarEventOf = (
  row: Pick<EventTable, 'summary' | 'detail' | 'overrides'>,
  participations: readonly Pick<
    ParticipationTable,
    'user_id' | 'status' | 'answer' | 'occurrences'
  >[],
): CalendarEvent => {
  const { participantsCount: _, ...summary } = summaryOf(row.summary)
  const participants = new Map(participations.map((each) => [each.user_id, participationOf(each)]))
  const overrides = overridesOf(row.overrides)
  return { ...summary, ...detailOf(row.detail), overrides, participants }
}

const eventAt = template((db, p: EventQuery) =>
  db
    .selectFrom('kalends_event')
    .select(['summary', 'detail', 'overrides'])
    .where('tenant_id', '=', p.tenantId)
    .where('uid', '=', p.uid)
    .where('valid_from', '<=', p.position)
    .where('valid_to', '>', p.position),
)

const participationsAt = template((db, p: EventQuery) =>
  db
    .selectFrom('kalends_participation')
    .select(['user_id', 'status', 'answer', 'occurrences'])
    .where('tenant_id', '=', p.tenantId)
    .where('uid', '=', p.uid)
    .where('recurrence_id', '=', '')
    .where('valid_from', '<=', p.position)
    .where('valid_to', '>', p.position)
    .where('user_id', '!=', PUBLIC_AUDIENCE)
    .orderBy('ordinal'),
)
