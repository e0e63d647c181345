import type {
  CalendarEvent,
  Instant,
  LogPage,
  Recorded,
  SeriesQuery,
  SeriesRow,
  SeriesSummary,
  SingleRow,
  SinglesQuery,
  StreamPage,
} from '@kalends/core'
import { aliveIn, compareIn, eventRow, holds, listedAs, participationRow } from '@kalends/core'
import type { Tenant } from './tenant.js'
import { eventStreamsAt } from './tenant.js'

/** What comes after a position of the log. */
export const logPage = ({ log }: Tenant, { after, limit }: LogPage): readonly Recorded[] =>
  log.slice(after, after + limit)

/** What comes after a version of a stream. */
export const streamPage = ({ log }: Tenant, page: StreamPage): readonly Recorded[] =>
  log
    .filter(({ aggregate, streamId }) => aggregate === page.aggregate && streamId === page.streamId)
    .slice(page.afterVersion, page.afterVersion + page.limit)

/** The last position recorded at or before `at`; 0 when there is none. */
export const positionAt = ({ log }: Tenant, at: Instant): number =>
  log.findLast(({ recordedAt }) => recordedAt <= at)?.position ?? 0

/** The calendar events that existed right after `position`. */
export const eventsAt = (tenant: Tenant, position: number): readonly CalendarEvent[] =>
  eventStreamsAt(tenant, position).flatMap(({ state }) =>
    state.type === 'Absent' ? [] : [state.event],
  )

/** Looks at every event, keeps what the query asks for, sorts it, cuts it. */
export const singles = (tenant: Tenant, query: SinglesQuery): readonly SingleRow[] => {
  const compare = compareIn(query.direction)
  const { from } = query
  return eventsAt(tenant, query.position)
    .flatMap((event) => rowIn(event, query))
    .filter((row) => from === null || compare(keyOf(row), keyOf(from)) >= 0)
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
    .slice(0, query.limit)
}

const keyOf = ({ start, uid }: { readonly start: number; readonly uid: string }) => ({
  start,
  uid,
  recurrenceId: '',
})

const rowIn = (event: CalendarEvent, query: SinglesQuery): readonly SingleRow[] => {
  const participation = listedAs(event, query.userId)
  if (participation === undefined) return []
  const { uid, start, end, time, listing } = participationRow(event, participation)
  const { status } = participation
  const asked =
    time === query.time &&
    listing === query.listing &&
    (query.answers === null || query.answers.includes(status)) &&
    holds(query.window, start, end)
  return asked ? [{ uid, start, end, status, event: eventRow(event).summary }] : []
}

/** Looks at every event, keeps the series that the query asks for. */
export const series = (tenant: Tenant, query: SeriesQuery): readonly SeriesRow[] => {
  const { startTo, endFrom } = aliveIn(query.window)
  return eventsAt(tenant, query.position).flatMap((event) => {
    const participation = listedAs(event, query.userId)
    if (participation === undefined) return []
    const { uid, start, end, time, listing } = participationRow(event, participation)
    const asked =
      time === 'Series' && listing === query.listing && start <= startTo && end >= endFrom
    return asked ? [{ uid, participation, event: seriesSummary(event) }] : []
  })
}

/** The same for the same event; its recurrence and its time are those of the fold, so they are opened once. */
export const seriesSummary = (event: CalendarEvent): SeriesSummary => {
  const known = summaries.get(event)
  if (known !== undefined) return known
  const { summary, overrides } = eventRow(event)
  const made = { ...summary, overrides }
  summaries.set(event, made)
  return made
}

const summaries = new WeakMap<CalendarEvent, SeriesSummary>()
