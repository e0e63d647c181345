import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody } from '../http/index.js'
import { noContent, noContentDocument } from './answers.js'
import { envelopeOf, preconditionOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import type { NativeParts } from './options.js'

/** `DELETE /calendar/events/{event_id}`: cancels an event of the caller's; again does nothing. */
export const cancelEvent = ({ calendar }: NativeParts) =>
  endpoint({
    method: 'DELETE',
    path: '/calendar/events/{event_id}',
    operationId: 'cancelEvent',
    summary: 'Cancel an event',
    description: 'Everyone is told. Cancelling a cancelled event does nothing.',
    params: eventPath,
    query: {},
    headers: ['If-Match', 'Idempotency-Key'],
    body: noBody,
    answers: { 204: noContentDocument },
    problems: ['FORBIDDEN', 'REVISION_MISMATCH', 'IDEMPOTENCY_KEY_REUSED'],
    handle: ({ params, ...asked }) =>
      pipe(
        uidOf(params),
        TE.chainW((uid) =>
          calendar.execute({
            type: 'CancelEvent',
            uid,
            ...envelopeOf(asked),
            ...preconditionOf(asked),
          }),
        ),
        TE.map(() => noContent),
      ),
  })
