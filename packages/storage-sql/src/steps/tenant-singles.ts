import type {
  Direction,
  StoreFailure,
  TenantKey,
  TenantOrder,
  TenantSinglesQuery,
} from '@kalends/core'
import { MAX_INSTANT, MIN_INSTANT } from '@kalends/core'
import { tenantKeyOf } from '../rows/tenant-key.js'
import type { Steps } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { stillReadable } from './head.js'
import type { KeyColumn, KeyFilter } from './tenant-singles-template.js'
import { tenantSinglesTemplate } from './tenant-singles-template.js'

/** A page of the keys of a tenant's single events: one index range, or one event. */
export function* tenantSingles(
  query: TenantSinglesQuery,
): Steps<StoreFailure, readonly TenantKey[]> {
  const { tenantId, position, filter, updatedFrom, order, direction, limit } = query
  const { uid, calendarId, window } = filter
  const by = uid !== null ? 'Event' : calendarId !== null ? 'Calendar' : 'Tenant'
  const after = query.after ?? FIRST[direction]
  const rows = yield* ask(templateOf({ column: COLUMNS[order], direction, by }), {
    ...{ tenantId, position, updatedFrom, limit, ...window },
    ...{ value: after.value, afterUid: after.uid, uid: uid ?? '', calendarId: calendarId ?? '' },
  })
  yield* stillReadable(tenantId, position)
  return rows
    .map(tenantKeyOf)
    .filter((key) => by !== 'Event' || calendarId === null || key.calendarId === calendarId)
}

const COLUMNS: Readonly<Record<TenantOrder, KeyColumn>> = {
  CreatedAt: 'created_ms',
  UpdatedAt: 'updated_ms',
  StartTime: 'start_ms',
  EndTime: 'end_ms',
}

/** Before everything. */
const FIRST: Readonly<Record<Direction, { readonly value: number; readonly uid: string }>> = {
  Ascending: { value: MIN_INSTANT, uid: '' },
  Descending: { value: MAX_INSTANT, uid: '\u{10FFFF}' },
}

type Template = ReturnType<typeof tenantSinglesTemplate>

const templateOf = (how: KeyFilter): Template => {
  const name = JSON.stringify([how.column, how.direction, how.by])
  const known = templates.get(name)
  if (known !== undefined) return known
  const made = tenantSinglesTemplate(how)
  templates.set(name, made)
  return made
}

const templates = new Map<string, Template>()
