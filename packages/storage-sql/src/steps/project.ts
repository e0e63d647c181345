import type { ParticipationRow, RowChanges, Staged, State, TenantId } from '@kalends/core'
import { exactJson, rowChanges } from '@kalends/core'
import { laneOf } from '../rows/lane.js'
import { entriesJson } from '../rows/projection-json.js'
import type { EventTable, LaneTable, ParticipationTable } from '../schema/database.js'
import { CURRENT } from '../schema/database.js'
import type { Steps } from '../sql/steps.js'
import { ask, askOne } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { writeEventKey } from './event-keys.js'
import type { Memory } from './memory.js'
import { laneKey } from './memory.js'

/** What an append that ends at `position` did to calendar events: from there on their rows are valid. */
export interface Projected {
  readonly tenantId: TenantId
  readonly changed: readonly ChangedEvent[]
  readonly position: number
  readonly recordedAt: number
}

/** A calendar event before and after an append. */
export interface ChangedEvent {
  readonly uid: string
  readonly before: State
  readonly after: State
}

/** Brings the rows of changed calendar events up to date. Returns the keys of lanes that are new. */
export function* writeProjections(
  memory: Memory,
  { tenantId, changed, position, recordedAt }: Projected,
): Steps<never, readonly string[]> {
  const lanes: string[] = []
  for (const each of changed) {
    const { uid, before, after } = each
    const changes = rowChanges(before, after)
    const known = before.type === 'Absent' ? 'New' : 'Known'
    const rows = { tenantId, uid, position, known, changes } as const
    yield* writeEvent(rows)
    yield* writeEventKey({ tenantId, position, recordedAt }, each)
    yield* writeParticipations(rows)
    lanes.push(...(yield* writeLanes(memory, rows)))
  }
  return lanes
}

/** The calendar events that staged streams change. One that is staged twice changes once. */
export const changedEvents = (staged: readonly Staged[]): readonly ChangedEvent[] => {
  const changed = new Map<string, ChangedEvent>()
  for (const each of staged) {
    if (each.aggregate !== 'event' || each.events.length === 0) continue
    const uid = each.before.streamId
    const before = changed.get(uid)?.before ?? each.before.state
    changed.set(uid, { uid, before, after: each.after.state })
  }
  return [...changed.values()]
}

/** What changes in the rows of one event. */
export interface ChangedRows {
  readonly tenantId: TenantId
  readonly uid: string
  readonly position: number
  /** A new event has no rows that could be superseded. */
  readonly known: 'New' | 'Known'
  readonly changes: RowChanges
}

function* writeEvent({ tenantId, uid, position, known, changes }: ChangedRows): Steps<never, void> {
  if (changes.event === null) return
  if (known === 'Known') yield* ask(endEvent, { tenantId, uid, position })
  yield* ask(insertEvent, {
    tenant_id: tenantId,
    uid,
    valid_from: position,
    valid_to: CURRENT,
    summary: exactJson(changes.event.summary),
    detail: exactJson(changes.event.detail),
    overrides: entriesJson(changes.event.overrides),
  })
}

function* writeParticipations(rows: ChangedRows): Steps<never, void> {
  const { tenantId, uid, position, known, changes } = rows
  for (const userId of changes.ended) {
    yield* ask(endParticipation, { tenantId, uid, userId, position })
  }
  let index = 0
  for (const row of changes.participations) {
    const { userId } = row
    const ended =
      known === 'Known'
        ? yield* askOne(endParticipation, { tenantId, uid, userId, position })
        : null
    const ordinal = ended?.ordinal ?? position * PLACES + index
    yield* ask(insertParticipation, participationOf(rows, row, ordinal))
    index += 1
  }
}

// More than one command may list; the order of invitations is all that this number means.
const PLACES = 4096

const participationOf = (
  { tenantId, uid, position }: ChangedRows,
  row: ParticipationRow,
  ordinal: number,
): ParticipationTable => ({
  tenant_id: tenantId,
  uid,
  recurrence_id: '',
  user_id: row.userId,
  valid_from: position,
  valid_to: CURRENT,
  ordinal,
  lane: laneOfRow(row),
  start_ms: row.start,
  end_ms: row.end,
  status: row.participation.status,
  answer: row.participation.answer === null ? null : JSON.stringify(row.participation.answer),
  occurrences: entriesJson(row.participation.occurrences),
})

const laneOfRow = (row: ParticipationRow): number =>
  laneOf({ ...row, status: row.participation.status })

function* writeLanes(
  memory: Memory,
  { tenantId, changes }: ChangedRows,
): Steps<never, readonly string[]> {
  const added: string[] = []
  for (const row of changes.participations) {
    const lane = laneOfRow(row)
    const key = laneKey(tenantId, row.userId, lane)
    if (memory.hasLane(key)) continue
    yield* ask(insertLane, { tenant_id: tenantId, user_id: row.userId, lane })
    added.push(key)
  }
  return added
}

const insertEvent = template((db, p: EventTable) =>
  db.insertInto('kalends_event').values({
    tenant_id: p.tenant_id,
    uid: p.uid,
    valid_from: p.valid_from,
    valid_to: p.valid_to,
    summary: p.summary,
    detail: p.detail,
    overrides: p.overrides,
  }),
)

interface EventEnd {
  readonly tenantId: string
  readonly uid: string
  readonly position: number
}

const endEvent = template((db, p: EventEnd) =>
  db
    .updateTable('kalends_event')
    .set({ valid_to: p.position })
    .where('tenant_id', '=', p.tenantId)
    .where('uid', '=', p.uid)
    .where('valid_to', '=', CURRENT),
)

const insertParticipation = template((db, p: ParticipationTable) =>
  db.insertInto('kalends_participation').values({
    tenant_id: p.tenant_id,
    uid: p.uid,
    recurrence_id: p.recurrence_id,
    user_id: p.user_id,
    valid_from: p.valid_from,
    valid_to: p.valid_to,
    ordinal: p.ordinal,
    lane: p.lane,
    start_ms: p.start_ms,
    end_ms: p.end_ms,
    status: p.status,
    answer: p.answer,
    occurrences: p.occurrences,
  }),
)

const endParticipation = template((db, p: EventEnd & { readonly userId: string }) =>
  db
    .updateTable('kalends_participation')
    .set({ valid_to: p.position })
    .where('tenant_id', '=', p.tenantId)
    .where('uid', '=', p.uid)
    .where('recurrence_id', '=', '')
    .where('user_id', '=', p.userId)
    .where('valid_to', '=', CURRENT)
    .returning('ordinal'),
)

const insertLane = template((db, p: LaneTable) =>
  db
    .insertInto('kalends_lane')
    .values({ tenant_id: p.tenant_id, user_id: p.user_id, lane: p.lane })
    .onConflict((conflict) => conflict.doNothing()),
)
