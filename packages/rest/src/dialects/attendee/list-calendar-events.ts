import type { TenantEvent, TenantEventsPage, TenantEventsRequest } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Identity } from '../../http/index.js'
import { endpoint, noBody } from '../../http/index.js'
import type { Names } from '../../kit/index.js'
import { namesOf } from '../../kit/index.js'
import type { Failure } from '../../problem/index.js'
import { refused } from '../../problem/index.js'
import { closed, listOf, named, nullable, text } from '../../wire/index.js'
import { EventItem, eventAnswer } from './event-answer.js'
import type { ListQuery } from './list-query.js'
import { listQuery } from './list-query.js'
import { requestOf } from './list-request.js'
import type { AttendeeParts } from './options.js'
import { pageLink } from './page-links.js'

const PATH = '/api/v1/calendar_events'
const LINK = nullable(text({ min: 1 }))

const EventPage = named(
  'PaginatedCalendarEventList',
  closed({ next: LINK, previous: LINK, results: listOf(EventItem) }, {}),
)

/** `GET /api/v1/calendar_events`: a page of the events of a whole tenant. */
export const listCalendarEvents = (parts: AttendeeParts) =>
  endpoint({
    method: 'GET',
    path: PATH,
    operationId: 'listCalendarEvents',
    summary: 'List calendar events',
    description:
      'A page of 100 events of all calendars, deleted ones too, each occurrence of a series by itself. All filters must hold.',
    params: {},
    query: listQuery,
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The page.', codec: EventPage } },
    problems: [
      'RECURRENCE_TOO_COSTLY',
      'FORBIDDEN',
      'INVALID_CURSOR',
      'CURSOR_EXPIRED',
      'SNAPSHOT_EXPIRED',
    ],
    handle: ({ identity, query, url }) =>
      pipe(
        TE.fromEither(asked(parts, identity, query)),
        TE.chain((request): TE.TaskEither<Failure, TenantEventsPage> =>
          parts.calendar.tenantEvents(request),
        ),
        TE.chain((page) => withNames(parts, identity, page)),
        TE.map(({ page, names }) => {
          const address = { url, baseUrl: parts.baseUrl, path: PATH }
          const body = {
            next: pageLink(address, page.next),
            previous: pageLink(address, page.previous),
            results: page.items.map((row) => eventAnswer(row, names)),
          }
          return { status: 200, body }
        }),
      ),
  })

const asked = (
  { maySeeTenant, syncWindow }: AttendeeParts,
  identity: Identity,
  query: ListQuery,
): E.Either<Failure, TenantEventsRequest> => {
  if (!maySeeTenant(identity)) return E.left(refused({ code: 'FORBIDDEN' }))
  const { tenantId, userId } = identity
  return E.mapLeft(refused)(requestOf(query, syncWindow, { tenantId, userId }))
}

/** Looks up the participants of what was made here, once for the whole page. */
const withNames = (parts: AttendeeParts, { tenantId }: Identity, page: TenantEventsPage) =>
  pipe(
    TE.fromTask<Names, Failure>(namesOf(parts, tenantId, page.items.flatMap(usersOf))),
    TE.map((names) => ({ page, names })),
  )

const usersOf = ({ event }: TenantEvent): readonly string[] =>
  event.source === null ? [...event.participants.keys()] : []
