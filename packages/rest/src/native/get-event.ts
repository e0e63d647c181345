import type { AsOf, NamedById } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, optional, repeated } from '../http/index.js'
import type { Answering } from './answers.js'
import { eventAnswered, eventDocument, occurrenceAnswered } from './answers.js'
import type { Failure } from '../problem/index.js'
import { BodyFormat } from './enums.js'
import { viewerOf } from './envelope.js'
import { eventOrOccurrencePath, namedOf } from './event-path.js'
import type { NativeParts } from './options.js'
import { AsOfParam, asOfMeaning, asOfOf } from '../kit/index.js'

/** `GET /calendar/events/{event_id}`: one event, or one occurrence, in which the caller participates. */
export const getEvent = (parts: NativeParts) =>
  endpoint({
    method: 'GET',
    path: '/calendar/events/{event_id}',
    operationId: 'getEvent',
    summary: 'Get one event or one occurrence',
    description: 'For its participants; a cancelled one too.',
    params: eventOrOccurrencePath,
    query: {
      body_format: repeated(BodyFormat, 'The formats of the body; all when none is named.'),
      as_of: optional(AsOfParam, asOfMeaning),
    },
    headers: [],
    body: noBody,
    answers: { 200: eventDocument('The event, or the occurrence.') },
    problems: ['SNAPSHOT_EXPIRED'],
    handle: ({ identity, params, query }) =>
      pipe(
        namedOf(params),
        TE.chain((named) =>
          answered(parts, named, {
            identity,
            formats: query.body_format ?? [],
            ...asOfOf(query),
          }),
        ),
      ),
  })

const answered = (
  parts: NativeParts,
  { uid, recurrenceId }: NamedById,
  { asOf, ...answering }: Answering & { readonly asOf?: AsOf },
) => {
  const { calendar } = parts
  const request = {
    viewer: viewerOf(answering.identity),
    uid,
    ...(asOf === undefined ? {} : { asOf }),
  }
  return recurrenceId === null
    ? pipe(
        calendar.get(request),
        TE.mapLeft((failure): Failure => failure),
        TE.chain((event) => eventAnswered(parts, event, answering)),
      )
    : pipe(
        calendar.getOccurrence({ ...request, recurrenceId }),
        TE.mapLeft((failure): Failure => failure),
        TE.chain((view) => occurrenceAnswered(parts, view, answering)),
      )
}
