import type { TenantEvent, TenantEventsPage, TenantEventsRequest } from '@kalends/core'
import { occurrenceId } from '@kalends/core'
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
import { changedSince } from './changed-since.js'
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
        asked(parts, identity, query),
        TE.chain((request): TE.TaskEither<Failure, TenantEventsPage> =>
          parts.calendar.tenantEvents(request),
        ),
        TE.chain((page) => withOthers(parts, identity, page)),
        TE.map(({ page, names, bots }) => {
          const address = { url, baseUrl: parts.baseUrl, path: PATH }
          const body = {
            next: pageLink(address, page.next),
            previous: pageLink(address, page.previous),
            results: page.items.map((row) =>
              eventAnswer(row, { names, bots: bots.get(idOf(row)) ?? [] }),
            ),
          }
          return { status: 200, body }
        }),
      ),
  })

const asked = (
  parts: AttendeeParts,
  identity: Identity,
  query: ListQuery,
): TE.TaskEither<Failure, TenantEventsRequest> => {
  const { maySeeTenant, syncWindow } = parts
  if (!maySeeTenant(identity)) return TE.left(refused({ code: 'FORBIDDEN' }))
  const { tenantId, userId } = identity
  const request = requestOf(query, syncWindow, { tenantId, userId })
  if (E.isLeft(request)) return TE.left(refused(request.left))
  return pipe(
    changedSince(parts, tenantId, query.change_token),
    TE.map((since) => {
      const { filter } = request.right
      return since === undefined
        ? request.right
        : { ...request.right, filter: { ...filter, changedSince: since } }
    }),
  )
}

/** Looks up the participants of what was made here, and the bots, once for the whole page. */
const withOthers = (parts: AttendeeParts, { tenantId }: Identity, page: TenantEventsPage) =>
  pipe(
    TE.Do,
    TE.apS(
      'names',
      TE.fromTask<Names, Failure>(namesOf(parts, tenantId, page.items.flatMap(usersOf))),
    ),
    TE.apSW('bots', parts.calendar.botsOf({ tenantId, rows: page.items })),
    TE.map((others) => ({ page, ...others })),
  )

const idOf = ({ event: { uid }, recurrenceId }: TenantEvent): string =>
  recurrenceId === null ? uid : occurrenceId(uid, recurrenceId)

const usersOf = ({ event }: TenantEvent): readonly string[] =>
  event.source === null ? [...event.participants.keys()] : []
