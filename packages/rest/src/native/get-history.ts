import type { Actor, HistoryPage, RecordedOf } from '@kalends/core'
import { DomainEventCodec, formatInstantUtc } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, optional } from '../http/index.js'
import { anyObject, closed, described, listOf, named, text, whole } from '../wire/index.js'
import { viewerOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import { happenedAnswer } from './happened-answer.js'
import type { NativeParts } from './options.js'
import { Pagination, paginationAnswer } from './pagination.js'
import { AsOfParam, asOfMeaning, asOfOf, CursorParam, pageLimit } from './query-codecs.js'

const HistoryItem = named(
  'HistoryItem',
  closed(
    {
      type: described(text({ min: 1 }), {
        description: "The domain event's name.",
        enum: DomainEventCodec.types.map(({ props }) => props.type.value),
      }),
      version: described(whole(1), { description: "Counts the event's own history from 1." }),
      position: described(whole(1), { description: "In the tenant's log." }),
      recorded_at: described(text({ min: 1, max: 64 }), { format: 'date-time' }),
      actor: described(text({ min: 1 }), {
        description: 'Who caused it: a user id, or `system:` and a name.',
      }),
      data: described(anyObject, { description: 'What the domain event says, by its type.' }),
    },
    {},
  ),
)

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
        TE.chainW((uid) =>
          calendar.history({
            viewer: viewerOf(identity),
            uid,
            limit: query.page_limit ?? limits.pageLimitDefault,
            ...(query.page_cursor === undefined ? {} : { cursor: query.page_cursor }),
            ...asOfOf(query),
          }),
        ),
        TE.map((page) => ({ status: 200, body: historyAnswer(page) })),
      ),
  })

const historyAnswer = (page: HistoryPage) => ({
  items: page.items.map(itemAnswer),
  pagination: paginationAnswer(page),
})

const itemAnswer = (recorded: RecordedOf<'event'>) => ({
  type: recorded.happened.type,
  version: recorded.version,
  position: recorded.position,
  recorded_at: formatInstantUtc(recorded.recordedAt),
  actor: actorAnswer(recorded.actor),
  data: happenedAnswer(recorded.happened),
})

const actorAnswer = (actor: Actor): string =>
  actor.type === 'User' ? actor.userId : `system:${actor.name}`
