import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint } from '../http/index.js'
import { closed, named, nothing, nullable, text } from '../wire/index.js'
import { eventAnswered, eventDocument } from './answers.js'
import { RsvpStatus } from './enums.js'
import { envelopeOf, preconditionOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import type { NativeParts } from './options.js'

const Rsvp = named(
  'Rsvp',
  closed(
    { rsvp_status: RsvpStatus },
    {
      comment: nullable(text({ min: 0, max: 1000 })),
      recurrence_id: nothing('needs a series, and the event is not one'),
    },
  ),
)

/** `PUT /calendar/events/{event_id}/rsvp`: the caller answers an invitation. */
export const answerInvitation = (parts: NativeParts) =>
  endpoint({
    method: 'PUT',
    path: '/calendar/events/{event_id}/rsvp',
    operationId: 'answerInvitation',
    summary: 'Answer an invitation',
    description: "Sets the caller's own answer. It does not change the event's revision.",
    params: eventPath,
    query: {},
    headers: ['If-Match', 'Idempotency-Key'],
    body: { codec: Rsvp, mediaTypes: ['application/json'] },
    answers: { 200: eventDocument('The event with the answer.') },
    problems: ['EVENT_CANCELLED', 'REVISION_MISMATCH', 'IDEMPOTENCY_KEY_REUSED'],
    handle: ({ params, body: { rsvp_status: status, comment }, ...asked }) =>
      pipe(
        uidOf(params),
        TE.chainW((uid) =>
          parts.calendar.execute({
            type: 'AnswerEvent',
            uid,
            status,
            comment: comment ?? null,
            ...envelopeOf(asked),
            ...preconditionOf(asked),
          }),
        ),
        TE.chainW(({ event }) => eventAnswered(parts, event, asked)),
      ),
  })
