import type {
  CalendarEvent,
  TenantFilter,
  TenantKey,
  TenantSeriesQuery,
  TenantSeriesRow,
  TenantSinglesQuery,
} from '@kalends/core'
import { aliveIn, compareIn, emptyStream, eventKey, holds, isUpdate, sortedBy } from '@kalends/core'
import { seriesSummary } from './queries.js'
import type { Tenant } from './tenant.js'

/** Looks at every single event, keeps what the query asks for, sorts it, cuts it. */
export const tenantSingles = (tenant: Tenant, query: TenantSinglesQuery): readonly TenantKey[] => {
  const { filter, updatedFrom, order, direction, after, limit } = query
  const compare = compareIn(direction)
  const placeOf = (key: TenantKey) => ({
    start: sortedBy(key, order),
    uid: key.uid,
    recurrenceId: '',
  })
  return keysAt(tenant, query.position)
    .map(({ key }) => key)
    .filter((key) => key.takesPlace === 'Once' && isAsked(key, filter))
    .filter(
      ({ start, end, updatedAt }) => holds(filter.window, start, end) && updatedAt >= updatedFrom,
    )
    .filter((key) => {
      if (after === null) return true
      const { value: start, uid } = after
      return compare(placeOf(key), { start, uid, recurrenceId: '' }) > 0
    })
    .sort((a, b) => compare(placeOf(a), placeOf(b)))
    .slice(0, limit)
}

/** Looks at every series, keeps those that the query asks for. */
export const tenantSeries = (
  tenant: Tenant,
  { position, filter }: TenantSeriesQuery,
): readonly TenantSeriesRow[] => {
  const { startTo, endFrom } = aliveIn(filter.window)
  return keysAt(tenant, position)
    .filter(({ key }) => key.takesPlace === 'Repeatedly' && isAsked(key, filter))
    .filter(({ key }) => key.start <= startTo && key.end >= endFrom)
    .map(({ key, event }) => ({ key, event: seriesSummary(event) }))
}

const isAsked = ({ uid, calendarId }: TenantKey, filter: TenantFilter): boolean =>
  (filter.uid === null || filter.uid === uid) &&
  (filter.calendarId === null || filter.calendarId === calendarId)

interface Keyed {
  readonly key: TenantKey
  readonly event: CalendarEvent
}

const keysAt = ({ log, histories }: Tenant, position: number): readonly Keyed[] =>
  [...histories].flatMap(([name, history]) => {
    if (!name.startsWith('event/')) return []
    let before = emptyStream('event', '')
    let updatedAt = 0
    for (const { stream, validFrom } of history) {
      if (validFrom > position) break
      if (
        stream.aggregate === 'event' &&
        before.aggregate === 'event' &&
        isUpdate(before.state, stream.state)
      ) {
        updatedAt = log[validFrom - 1]?.recordedAt ?? updatedAt
      }
      before = stream
    }
    if (before.aggregate !== 'event' || before.state.type === 'Absent') return []
    const { event } = before.state
    return [{ key: { ...eventKey(event), updatedAt }, event }]
  })
