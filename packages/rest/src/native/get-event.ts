import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, optional, repeated } from '../http/index.js'
import { eventAnswered, eventDocument } from './answers.js'
import { BodyFormat } from './enums.js'
import { viewerOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import type { NativeParts } from './options.js'
import { AsOfParam, asOfMeaning, asOfOf } from './query-codecs.js'

/** `GET /calendar/events/{event_id}`: one event in which the caller participates. */
export const getEvent = (parts: NativeParts) =>
  endpoint({
    method: 'GET',
    path: '/calendar/events/{event_id}',
    operationId: 'getEvent',
    summary: 'Get one event',
    description: 'For its participants; a cancelled one too.',
    params: eventPath,
    query: {
      body_format: repeated(BodyFormat, 'The formats of the body; all when none is named.'),
      as_of: optional(AsOfParam, asOfMeaning),
    },
    headers: [],
    body: noBody,
    answers: { 200: eventDocument('The event.') },
    problems: ['SNAPSHOT_EXPIRED'],
    handle: ({ identity, params, query }) =>
      pipe(
        uidOf(params),
        TE.chainW((uid) =>
          parts.calendar.get({ viewer: viewerOf(identity), uid, ...asOfOf(query) }),
        ),
        TE.chain((event) =>
          eventAnswered(parts, event, { identity, formats: query.body_format ?? [] }),
        ),
      ),
  })
