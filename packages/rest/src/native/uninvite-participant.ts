import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, required } from '../http/index.js'
import { noContent, noContentDocument } from './answers.js'
import { envelopeOf, preconditionOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import type { NativeParts } from './options.js'
import { Id } from './texts.js'

/** `DELETE /calendar/events/{event_id}/participants/{user_id}`: takes a participant out. */
export const uninviteParticipant = ({ calendar }: NativeParts) =>
  endpoint({
    method: 'DELETE',
    path: '/calendar/events/{event_id}/participants/{user_id}',
    operationId: 'uninviteParticipant',
    summary: 'Uninvite a participant',
    description: 'By the organizer, who stays. Who does not participate is left alone.',
    params: { ...eventPath, user_id: required(Id, 'The participant.') },
    query: {},
    headers: ['If-Match', 'Idempotency-Key'],
    body: noBody,
    answers: { 204: noContentDocument },
    problems: ['FORBIDDEN', 'EVENT_CANCELLED', 'REVISION_MISMATCH', 'IDEMPOTENCY_KEY_REUSED'],
    handle: ({ params, ...asked }) =>
      pipe(
        uidOf(params),
        TE.chainW((uid) =>
          calendar.execute({
            type: 'UninviteParticipant',
            uid,
            userId: params.user_id,
            ...envelopeOf(asked),
            ...preconditionOf(asked),
          }),
        ),
        TE.map(() => noContent),
      ),
  })
