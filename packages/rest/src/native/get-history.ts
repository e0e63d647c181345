import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, optional } from '../http/index.js'
import { closed, listOf, named } from '../wire/index.js'
import { viewerOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import { HistoryItem, historyItems } from './history-item.js'
import type { NativeParts } from './options.js'
import { Pagination, paginationAnswer } from './pagination.js'
import { AsOfParam, asOfMeaning, asOfOf, CursorParam, pageLimit } from '../kit/index.js'
import { timeBefore } from './time-before.js'

const History = named('History', closed({ items: listOf(HistoryItem), pagination: Pagination }, {}))

/** `GET /calendar/events/{event_id}/history`: the domain events that made an event what it is. */
export const getHistory = ({ calendar, limits }: NativeParts) =>
  endpoint({
    method: 'GET',
    path: '/calendar/events/{event_id}/history',
    operationId: 'getHistory',
    summary: "Read an event's history",
    description:
      'The domain events that made the event what it is, oldest first. For the organizer.',
    params: eventPath,
    query: {
      page_cursor: optional(CursorParam, 'Points at the first item of the page.'),
      page_limit: optional(
        pageLimit(limits.pageLimitMax),
        `How many items at most; default ${limits.pageLimitDefault}.`,
      ),
      as_of: optional(AsOfParam, asOfMeaning),
    },
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The page.', codec: History } },
    problems: ['FORBIDDEN', 'INVALID_CURSOR', 'CURSOR_EXPIRED', 'SNAPSHOT_EXPIRED'],
    handle: ({ identity, params, query }) =>
      pipe(
        uidOf(params),
        TE.map((uid) => ({ viewer: viewerOf(identity), uid })),
        TE.bindTo('of'),
        TE.bindW('page', ({ of }) =>
          calendar.history({
            ...of,
            limit: query.page_limit ?? limits.pageLimitDefault,
            ...(query.page_cursor === undefined ? {} : { cursor: query.page_cursor }),
            ...asOfOf(query),
          }),
        ),
        TE.bindW('time', ({ of, page }) => timeBefore(calendar, of, page)),
        TE.map(({ page, time }) => ({
          status: 200,
          body: {
            items: historyItems(page.items, time),
            pagination: paginationAnswer(page),
          },
        })),
      ),
  })
