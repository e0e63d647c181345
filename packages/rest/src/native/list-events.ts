import type { Filter, Occurrence, Page } from '@kalends/core'
import { printRecurrenceId } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Identity, ParamValues } from '../http/index.js'
import { endpoint, noBody, optional, repeated } from '../http/index.js'
import type { Names } from '../kit/index.js'
import { AsOfParam, asOfMeaning, asOfOf, CursorParam, namesOf, pageLimit } from '../kit/index.js'
import type { Failure } from '../problem/index.js'
import { closed, listOf, named, oneOf } from '../wire/index.js'
import { RsvpStatus } from './enums.js'
import { viewerOf } from './envelope.js'
import { commonAnswer, EventItem } from './event-answer.js'
import type { NativeLimits, NativeParts } from './options.js'
import { Pagination, paginationAnswer } from './pagination.js'
import { TimeZone } from './texts.js'
import { windowOf, windowQuery } from './window-query.js'

const listQuery = ({ pageLimitMax, pageLimitDefault }: NativeLimits) => ({
  ...windowQuery,
  rsvp_status: repeated(RsvpStatus, "The caller's own answer is one of these."),
  status: optional(
    oneOf(['CANCELLED', 'Cancelled']),
    'The cancelled events that the caller organizes, instead of those that take place.',
  ),
  order_by: optional(
    oneOf(['START_DATE_ASC', 'Ascending'], ['START_DATE_DESC', 'Descending']),
    'By start; START_DATE_ASC when left out. A cursor carries its own.',
  ),
  time_zone: optional(TimeZone, 'Where all-day events are compared and sorted; default UTC.'),
  expand: optional(
    oneOf(['true', 'Occurrences'], ['false', 'Series']),
    'Whether each occurrence of a series is an item; default true.',
  ),
  page_cursor: optional(
    CursorParam,
    'Points at the first item of the page. Filters may be left out beside it, or must be the same.',
  ),
  page_limit: optional(
    pageLimit(pageLimitMax),
    `How many items at most; default ${pageLimitDefault}.`,
  ),
  as_of: optional(AsOfParam, asOfMeaning),
})

type ListQuery = ParamValues<ReturnType<typeof listQuery>>

const EventList = named(
  'CalendarEventList',
  closed({ items: listOf(EventItem), pagination: Pagination }, {}),
)

/** `GET /calendar/events`: a page of the caller's events. */
export const listEvents = (parts: NativeParts) =>
  endpoint({
    method: 'GET',
    path: '/calendar/events',
    operationId: 'listEvents',
    summary: 'List events',
    description:
      'A page of the events in which the caller participates, each occurrence of a series by itself. All filters must hold.',
    params: {},
    query: listQuery(parts.limits),
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The page.', codec: EventList } },
    problems: [
      'UNBOUNDED_WINDOW',
      'RECURRENCE_TOO_COSTLY',
      'INVALID_CURSOR',
      'CURSOR_EXPIRED',
      'SNAPSHOT_EXPIRED',
    ],
    handle: ({ identity, query }) =>
      pipe(
        parts.calendar.list({
          viewer: viewerOf(identity),
          filter: filterOf(query),
          limit: query.page_limit ?? parts.limits.pageLimitDefault,
          ...(query.page_cursor === undefined ? {} : { cursor: query.page_cursor }),
          ...asOfOf(query),
        }),
        TE.mapLeft((failure): Failure => failure),
        TE.chain((page) => pageAnswered(parts, identity, page)),
      ),
  })

/** Only what was sent, since a cursor carries the rest. */
const filterOf = (query: ListQuery): Partial<Filter> => {
  const { rsvp_status: answers, status, order_by: direction, time_zone: timeZone, expand } = query
  return {
    window: windowOf(query),
    ...(answers === undefined ? {} : { answers }),
    ...(status === undefined ? {} : { listing: status }),
    ...(direction === undefined ? {} : { direction }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(expand === undefined ? {} : { rows: expand }),
  }
}

const pageAnswered = (parts: NativeParts, { tenantId, userId }: Identity, page: Page) => {
  const organizers = page.items.map(({ event }) => event.organizer)
  return pipe(
    TE.fromTask<Names, Failure>(namesOf(parts, tenantId, organizers)),
    TE.map((names) => ({
      status: 200,
      body: {
        items: page.items.map((item) => itemAnswer(item, names, userId)),
        pagination: paginationAnswer(page),
      },
    })),
  )
}

const itemAnswer = (item: Occurrence, names: Names, viewer: string) => {
  const { event, status } = item
  return {
    ...commonAnswer(event, recurrenceIdIn(item)),
    organizer: { user_id: event.organizer, ...names(event.organizer) },
    rsvp_status: status === null ? null : RsvpStatus.encode(status),
    participants_count:
      event.showParticipantList || viewer === event.organizer ? event.participantsCount : null,
  }
}

const recurrenceIdIn = ({ recurrenceId, seriesTime }: Occurrence): string | null =>
  recurrenceId === null || seriesTime === null ? null : printRecurrenceId(recurrenceId, seriesTime)
