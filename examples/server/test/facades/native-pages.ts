import type { Bound, EventTime, Filter, LocalDate } from '@kalends/core'
import { boundsIn, formatInstantUtc, TimeZoneId, UTC, zoneOf } from '@kalends/core'
import type { ListedRow, Pages } from '@kalends/testing'
import type { openFacades } from './opened.js'
import { jsonOf, recurrenceIdsOf, tokenOf } from './reading.js'

interface Item {
  readonly id: string
  readonly series_id: string | null
  readonly recurrence_id: string | null
  readonly time_slot: {
    readonly start: string
    readonly end: string
    readonly time_zone: string | null
    readonly all_day: boolean
  }
  readonly rsvp_status: keyof typeof STATUSES | null
}

interface Listed {
  readonly items: readonly Item[]
  readonly pagination: { readonly next_cursor: string | null; readonly prev_cursor: string | null }
}

/** The pages of the native contract: `GET /calendar/events`. */
export const nativePages =
  ({ ask, calendar }: Pick<ReturnType<typeof openFacades>, 'ask' | 'calendar'>): Pages =>
  async ({ viewer, filter = {}, cursor, limit }) => {
    const query = queryOf(filter)
    query.set('page_limit', `${limit}`)
    if (cursor !== undefined) query.set('page_cursor', cursor)
    const answer = await ask(`GET /calendar/events?${query}`, { as: tokenOf(viewer) })
    const { items, pagination } = jsonOf(answer) as Listed
    const named = items.map(({ id, series_id, recurrence_id }) => ({
      uid: series_id ?? id,
      recurrenceId: recurrence_id,
    }))
    const ids = await recurrenceIdsOf(calendar, viewer, named)
    return {
      items: items.map((item, index) => ({
        ...rowOf(item, filter.timeZone ?? UTC),
        recurrenceId: ids[index] ?? null,
      })),
      next: pagination.next_cursor,
      previous: pagination.prev_cursor,
      text: answer.text,
    }
  }

const queryOf = (filter: Partial<Filter>): URLSearchParams => {
  const query = new URLSearchParams({ time_zone: filter.timeZone ?? UTC })
  const { startFrom, startTo, endFrom, endTo } = filter.window ?? {}
  const bounds = {
    start_after: startFrom,
    start_before: startTo,
    end_after: endFrom,
    end_before: endTo,
  }
  for (const [name, bound] of Object.entries<Bound | undefined>(bounds)) {
    if (bound !== undefined) query.set(name, formatInstantUtc(bound.at))
  }
  for (const [word, answer] of Object.entries(STATUSES)) {
    if (filter.answers?.includes(answer) === true) query.append('rsvp_status', word)
  }
  if (filter.listing === 'Cancelled') query.set('status', 'CANCELLED')
  if (filter.direction === 'Descending') query.set('order_by', 'START_DATE_DESC')
  return query
}

const rowOf = (
  { id, series_id, time_slot, rsvp_status }: Item,
  timeZone: TimeZoneId,
): ListedRow => {
  const { start, end } = boundsIn(timeOf(time_slot), zoneOf(timeZone))
  const status = rsvp_status === null ? null : STATUSES[rsvp_status]
  return { uid: series_id ?? id, recurrenceId: null, start, end, status }
}

const timeOf = ({ start, end, time_zone, all_day }: Item['time_slot']): EventTime =>
  all_day
    ? { type: 'AllDay', start: start as LocalDate, end: end as LocalDate, timeZone: null }
    : {
        type: 'Timed',
        start: Date.parse(start),
        end: Date.parse(end),
        timeZone: TimeZoneId.is(time_zone) ? time_zone : UTC,
      }

/** The words of the wires. */
export const STATUSES = {
  NEEDS_ACTION: 'NeedsAction',
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  TENTATIVE: 'Tentative',
} as const
