import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint } from '../http/index.js'
import { closed, named } from '../wire/index.js'
import { eventAnswered, eventDocument } from './answers.js'
import { envelopeOf, preconditionOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import type { NativeParts } from './options.js'
import { ParticipantRefs } from './participants.js'

const Invitation = named('Invitation', closed({ participants: ParticipantRefs }, {}))

/** `POST /calendar/events/{event_id}/participants`: invites more participants. */
export const inviteParticipants = (parts: NativeParts) =>
  endpoint({
    method: 'POST',
    path: '/calendar/events/{event_id}/participants',
    operationId: 'inviteParticipants',
    summary: 'Invite participants',
    description: 'By the organizer. Who participates already is left alone.',
    params: eventPath,
    query: {},
    headers: ['If-Match', 'Idempotency-Key'],
    body: { codec: Invitation, mediaTypes: ['application/json'] },
    answers: { 200: eventDocument('The event with its participants.') },
    problems: [
      'PARTICIPANTS_USER_LIMIT_EXCEEDED',
      'PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED',
      'FORBIDDEN',
      'EVENT_CANCELLED',
      'REVISION_MISMATCH',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    handle: ({ params, body: { participants }, ...asked }) =>
      pipe(
        uidOf(params),
        TE.chainW((uid) =>
          parts.calendar.execute({
            type: 'InviteParticipants',
            uid,
            participants,
            ...envelopeOf(asked),
            ...preconditionOf(asked),
          }),
        ),
        TE.chainW(({ event }) => eventAnswered(parts, event, asked)),
      ),
  })
