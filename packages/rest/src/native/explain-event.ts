import type {
  AsOf,
  CalendarService,
  Explained,
  NamedById,
  ReadFailure,
  Viewer,
} from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, optional } from '../http/index.js'
import { closed, listOf, named } from '../wire/index.js'
import { viewerOf } from './envelope.js'
import { eventOrOccurrencePath, namedOf } from './event-path.js'
import { HistoryItem, historyItems } from './history-item.js'
import type { NativeParts } from './options.js'
import { AsOfParam, asOfMeaning, asOfOf } from '../kit/index.js'

const Explanation = named('Explanation', closed({ items: listOf(HistoryItem) }, {}))

/** `GET /calendar/events/{event_id}/explain`: the domain events that made an occurrence what it is. */
export const explainEvent = ({ calendar }: NativeParts) =>
  endpoint({
    method: 'GET',
    path: '/calendar/events/{event_id}/explain',
    operationId: 'explainEvent',
    summary: 'Explain an event or an occurrence',
    description:
      'The domain events that made it what it is, oldest first: of an occurrence, those that changed it alone or with its series, also with the series that was split before it. For the organizer.',
    params: eventOrOccurrencePath,
    query: { as_of: optional(AsOfParam, asOfMeaning) },
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The domain events.', codec: Explanation } },
    problems: ['FORBIDDEN', 'SNAPSHOT_EXPIRED'],
    handle: ({ identity, params, query }) =>
      pipe(
        namedOf(params),
        TE.chainW((named) =>
          explained(calendar, named, { viewer: viewerOf(identity), ...asOfOf(query) }),
        ),
        TE.map((recorded) => ({ status: 200, body: { items: historyItems(recorded) } })),
      ),
  })

interface Reading {
  readonly viewer: Viewer
  readonly asOf?: AsOf
}

const explained = (
  calendar: CalendarService,
  { uid, recurrenceId }: NamedById,
  reading: Reading,
): TE.TaskEither<ReadFailure, Explained> =>
  recurrenceId === null
    ? wholeHistory(calendar, { ...reading, uid })
    : calendar.explain({ ...reading, uid, recurrenceId })

const wholeHistory = (
  { history }: CalendarService,
  { viewer, uid, ...first }: Reading & { readonly uid: string },
): TE.TaskEither<ReadFailure, Explained> => {
  const from = (
    start: Omit<Reading, 'viewer'> & { readonly cursor?: string },
    earlier: Explained,
  ): TE.TaskEither<ReadFailure, Explained> =>
    pipe(
      history({ viewer, uid, ...start, limit: CHUNK }),
      TE.chain(({ items, next }) => {
        const soFar = [...earlier, ...items]
        return next === null ? TE.right(soFar) : from({ cursor: next }, soFar)
      }),
    )
  return from(first, [])
}

const CHUNK = 500
