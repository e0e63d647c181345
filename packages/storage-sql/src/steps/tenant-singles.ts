import type { StoreFailure, TenantKey, TenantOrder, TenantSinglesQuery } from '@kalends/core'
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
  const { uid, calendarId, window, updatedAfter = 0 } = filter
  const by = uid !== null ? 'Event' : calendarId !== null ? 'Calendar' : 'Tenant'
  const rows = yield* ask(templateOf({ column: COLUMNS[order], direction, by }), {
    ...{ tenantId, position, updatedFrom, updatedAfter, limit, ...window },
    ...rangeOf(query),
    ...{ uid: uid ?? '', calendarId: calendarId ?? '' },
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

/** Where the range of the index begins and ends, in the direction: at the key behind which rows are asked for, or at a filter. */
const rangeOf = (query: TenantSinglesQuery) => {
  const { after, direction } = query
  const { low, high } = valuesIn(query)
  if (direction === 'Ascending') {
    return after === null || after.value < low
      ? { value: low, afterUid: '', end: high }
      : { value: after.value, afterUid: after.uid, end: high }
  }
  return after === null || after.value > high
    ? { value: high, afterUid: ABOVE_EVERY_UID, end: low }
    : { value: after.value, afterUid: after.uid, end: low }
}

const ABOVE_EVERY_UID = '\u{10FFFF}'

/** Between which values what is sorted by can be. Nothing ends before it starts. */
const valuesIn = ({ order, filter: { window }, updatedFrom }: TenantSinglesQuery) => {
  const { startFrom, startTo, endFrom, endTo, points } = window
  switch (order) {
    case 'CreatedAt':
      return { low: MIN_INSTANT, high: MAX_INSTANT }
    case 'UpdatedAt':
      return { low: updatedFrom, high: MAX_INSTANT }
    case 'StartTime':
      return { low: startFrom, high: Math.min(startTo, endTo) }
    case 'EndTime':
      return { low: Math.max(startFrom, Math.min(endFrom, points)), high: endTo }
  }
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
