import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint } from '../http/index.js'
import { eventAnswered, eventDocument } from './answers.js'
import { envelopeOf, preconditionOf, viewerOf } from './envelope.js'
import { changesOf, eventPatch } from './event-patch.js'
import { eventPath, uidOf } from './event-path.js'
import { mergedBody } from './merged-body.js'
import type { NativeParts } from './options.js'
import { rangeRefusal } from './range-refusal.js'

/** `PATCH /calendar/events/{event_id}`: changes an event of the caller's. */
export const patchEvent = (parts: NativeParts) =>
  endpoint({
    method: 'PATCH',
    path: '/calendar/events/{event_id}',
    operationId: 'patchEvent',
    summary: 'Change an event',
    description:
      'A JSON Merge Patch (RFC 7396) by the organizer: what is left out stays, null removes, a list replaces the whole list. `CANCELLED` cancels; whoever is told is up to `participants_notification`. A series is changed with all its occurrences: those changed on their own move along.',
    params: eventPath,
    query: {},
    headers: ['If-Match', 'Idempotency-Key'],
    body: {
      codec: eventPatch(parts.limits),
      mediaTypes: ['application/merge-patch+json', 'application/json'],
    },
    answers: { 200: eventDocument('The event as it is now.') },
    problems: [
      'EMPTY_PATCH',
      'INVALID_TIME_RANGE',
      'INVALID_RECURRENCE',
      'FORBIDDEN',
      'EVENT_CANCELLED',
      'REVISION_MISMATCH',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    handle: ({ body: patch, params, ...asked }) =>
      pipe(
        rangeRefusal(patch),
        TE.chain(() => uidOf(params)),
        TE.bindTo('uid'),
        TE.bind('body', ({ uid }) =>
          mergedBody(
            patch,
            asked.identity,
            parts.calendar.get({ viewer: viewerOf(asked.identity), uid }),
          ),
        ),
        TE.chainW(({ uid, body }) =>
          parts.calendar.execute({
            type: 'PatchEvent',
            uid,
            ...changesOf(patch, body),
            ...envelopeOf(asked),
            ...preconditionOf(asked),
          }),
        ),
        TE.chainW(({ event }) => eventAnswered(parts, event, asked)),
      ),
  })
