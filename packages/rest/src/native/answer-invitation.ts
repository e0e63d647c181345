import type { Executed } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type * as t from 'io-ts'
import { endpoint } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { closed, described, named, nullable, text } from '../wire/index.js'
import type { Answering } from './answers.js'
import { eventAnswered, eventDocument, occurrenceAnswered } from './answers.js'
import { RsvpStatus } from './enums.js'
import { envelopeOf, preconditionOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import { executedOccurrence } from './executed-occurrence.js'
import type { NativeParts } from './options.js'
import { RecurrenceIdText } from './recurrence-id.js'

const Rsvp = named(
  'Rsvp',
  closed(
    { rsvp_status: RsvpStatus },
    {
      comment: nullable(text({ min: 0, max: 1000 })),
      recurrence_id: described(nullable(RecurrenceIdText), {
        description:
          'Answers to this occurrence of a series alone; left out or null, to all that were not answered on their own.',
      }),
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
    description:
      "Sets the caller's own answer, to an event or to one occurrence of a series. It does not change the event's revision. For a live-session spot `ACCEPTED` takes a place, and every other answer gives it back.",
    params: eventPath,
    query: {},
    headers: ['If-Match', 'Idempotency-Key'],
    body: { codec: Rsvp, mediaTypes: ['application/json'] },
    answers: { 200: eventDocument('The event, or the occurrence, with the answer.') },
    problems: [
      'OVERRIDES_LIMIT_EXCEEDED',
      'EVENT_CANCELLED',
      'SPOT_FULL',
      'SPOT_CLOSED',
      'REVISION_MISMATCH',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    handle: ({ params, body, ...asked }) =>
      pipe(
        uidOf(params),
        TE.chainW((uid) =>
          parts.calendar.execute({
            type: 'AnswerEvent',
            uid,
            ...answerOf(body),
            ...envelopeOf(asked),
            ...preconditionOf(asked),
          }),
        ),
        TE.mapLeft((failure): Failure => failure),
        TE.chain((executed) =>
          typeof body.recurrence_id === 'string'
            ? occurrenceIsAnswered(parts, executed, asked)
            : eventAnswered(parts, executed.event, asked),
        ),
      ),
  })

const answerOf = ({
  rsvp_status: status,
  comment,
  recurrence_id: recurrenceId,
}: t.TypeOf<typeof Rsvp>) => ({
  status,
  comment: comment ?? null,
  ...(typeof recurrenceId === 'string' ? { recurrenceId } : {}),
})

const occurrenceIsAnswered = (parts: NativeParts, executed: Executed, answering: Answering) =>
  pipe(
    executedOccurrence(executed),
    TE.chain((view) => occurrenceAnswered(parts, view, answering)),
  )
