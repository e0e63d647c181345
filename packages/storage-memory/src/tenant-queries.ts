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
    .filter((each) => each.key.takesPlace === 'Once' && isAsked(each, filter))
    .map(({ key }) => key)
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
    .filter((each) => each.key.takesPlace === 'Repeatedly' && isAsked(each, filter))
    .filter(({ key }) => key.start <= startTo && key.end >= endFrom)
    .map(({ key, event }) => ({ key, event: seriesSummary(event) }))
}

const isAsked = ({ key, updatedBy }: Keyed, filter: TenantFilter): boolean =>
  (filter.uid === null || filter.uid === key.uid) &&
  (filter.calendarId === null || filter.calendarId === key.calendarId) &&
  updatedBy > (filter.updatedAfter ?? 0)

interface Keyed {
  readonly key: TenantKey
  readonly event: CalendarEvent
  /** The last position of the commit of the last update. */
  readonly updatedBy: number
}

const keysAt = ({ log, histories }: Tenant, position: number): readonly Keyed[] =>
  [...histories].flatMap(([name, history]) => {
    if (!name.startsWith('event/')) return []
    let before = emptyStream('event', '')
    let updatedAt = 0
    let updatedBy = 0
    for (const { stream, validFrom } of history) {
      if (validFrom > position) break
      if (
        stream.aggregate === 'event' &&
        before.aggregate === 'event' &&
        isUpdate(before.state, stream.state)
      ) {
        updatedAt = log[validFrom - 1]?.recordedAt ?? updatedAt
        updatedBy = validFrom
      }
      before = stream
    }
    if (before.aggregate !== 'event' || before.state.type === 'Absent') return []
    const { event } = before.state
    return [{ key: { ...eventKey(event), updatedAt }, event, updatedBy }]
  })
