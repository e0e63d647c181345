import type { State, TenantId } from '@kalends/core'
import { eventKey, isUpdate } from '@kalends/core'
import type { EventKeyTable } from '../schema/database.js'
import { CURRENT } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'

/** When an append was recorded that changed an event. */
export interface KeyedAt {
  readonly tenantId: TenantId
  readonly position: number
  readonly recordedAt: number
}

interface Change {
  readonly uid: string
  readonly before: State
  readonly after: State
}

/** Writes a new version of an event's key when it was updated. */
export function* writeEventKey(
  { tenantId, position, recordedAt }: KeyedAt,
  { uid, before, after }: Change,
): Steps<never, void> {
  if (after.type === 'Absent' || !isUpdate(before, after)) return
  if (before.type !== 'Absent') yield* ask(endKey, { tenantId, uid, position })
  const key = eventKey(after.event)
  yield* ask(insertKey, {
    tenant_id: tenantId,
    uid,
    valid_from: position,
    valid_to: CURRENT,
    calendar_id: key.calendarId,
    repeats: key.takesPlace === 'Once' ? 0 : 1,
    created_ms: key.createdAt,
    updated_ms: recordedAt,
    start_ms: key.start,
    end_ms: key.end,
  })
}

const endKey = template(
  (db, p: { readonly tenantId: string; readonly uid: string; readonly position: number }) =>
    db
      .updateTable('kalends_event_key')
      .set({ valid_to: p.position })
      .where('tenant_id', '=', p.tenantId)
      .where('uid', '=', p.uid)
      .where('valid_to', '=', CURRENT),
)

const insertKey = template((db, p: EventKeyTable) =>
  db.insertInto('kalends_event_key').values({
    tenant_id: p.tenant_id,
    uid: p.uid,
    valid_from: p.valid_from,
    valid_to: p.valid_to,
    calendar_id: p.calendar_id,
    repeats: p.repeats,
    created_ms: p.created_ms,
    updated_ms: p.updated_ms,
    start_ms: p.start_ms,
    end_ms: p.end_ms,
  }),
)
