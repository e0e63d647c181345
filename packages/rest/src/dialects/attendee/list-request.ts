import type {
  SyncWindow,
  TenantEventsFilter,
  TenantEventsRequest,
  Viewer,
  Window,
} from '@kalends/core'
import { roundDown, roundUp } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Problem } from '../../problem/index.js'
import type { ListQuery } from './list-query.js'
import { orderingOf } from './ordering.js'
import { stampIn } from './stamp-params.js'
import { namedCalendar, namedEvent } from './wire-ids.js'

/** How many rows a page has. */
const PAGE_SIZE = 100

/** What is to be read for the parameters; or the first of them that is wrong, in the order in which the contract looks. */
export const requestOf = (
  query: ListQuery,
  syncWindow: SyncWindow,
  viewer: Viewer,
): E.Either<Problem, TenantEventsRequest> => {
  const updated = stampIn('updated_at_gte', updatedText(query))
  if (E.isLeft(updated)) return updated
  const start = stampIn('start_time_gte', query.start_time_gte)
  if (E.isLeft(start)) return start
  const end = stampIn('end_time_lte', query.end_time_lte)
  if (E.isLeft(end)) return end
  const ordering = orderingOf(query.ordering ?? '-updated_at')
  if (E.isLeft(ordering)) return ordering
  const { cursor } = query
  const window: Window = {
    ...(start.right === undefined ? {} : { startFrom: { at: roundUp(start.right), closed: true } }),
    ...(end.right === undefined ? {} : { endTo: { at: roundDown(end.right), closed: true } }),
  }
  return E.right({
    viewer,
    filter: {
      window,
      ...namesIn(query),
      ...(updated.right === undefined ? {} : { updatedFrom: roundUp(updated.right) }),
    },
    ...ordering.right,
    syncWindow,
    ...(cursor === undefined || cursor === '' ? {} : { cursor }),
    limit: PAGE_SIZE,
  })
}

/** What is sent empty gives way to the older name; where that is empty too, it is a moment that cannot be read. */
const updatedText = ({ updated_at_gte: text, updated_after: older }: ListQuery) =>
  text === undefined || text === '' ? older : text

const namesIn = ({
  calendar_id: calendarId,
  calendar_deduplication_key: deduplicationKey,
  event_id: eventId,
}: ListQuery): TenantEventsFilter => ({
  ...(calendarId === undefined ? {} : { calendarId: namedCalendar(calendarId) }),
  ...(deduplicationKey === undefined ? {} : { deduplicationKey }),
  ...(eventId === undefined ? {} : named(eventId)),
})

const named = (eventId: string): TenantEventsFilter => {
  const { uid, recurrenceId } = namedEvent(eventId)
  return recurrenceId === null ? { uid } : { uid, recurrenceId }
}
