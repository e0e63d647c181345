import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody } from '../http/index.js'
import { noContent, noContentDocument } from './answers.js'
import { envelopeOf, preconditionOf } from './envelope.js'
import { occurrenceKeyOf, occurrencePath } from './occurrence-path.js'
import type { NativeParts } from './options.js'
import { scopeQuery } from './scope.js'

/** `DELETE .../occurrences/{recurrence_id}`: cancels one occurrence, or ends the series before it. */
export const cancelOccurrence = ({ calendar }: NativeParts) =>
  endpoint({
    method: 'DELETE',
    path: '/calendar/events/{event_id}/occurrences/{recurrence_id}',
    operationId: 'cancelOccurrence',
    summary: 'Cancel one occurrence, or it and all that follow',
    description:
      'Everyone is told. With `scope=following` the series ends before this occurrence; at the first one it is cancelled. Cancelling a cancelled occurrence does nothing.',
    params: occurrencePath,
    query: scopeQuery,
    headers: ['If-Match', 'Idempotency-Key'],
    body: noBody,
    answers: { 204: noContentDocument },
    problems: [
      'OVERRIDES_LIMIT_EXCEEDED',
      'FORBIDDEN',
      'EVENT_CANCELLED',
      'REVISION_MISMATCH',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    handle: ({ params, query: { scope = 'This' }, ...asked }) =>
      pipe(
        occurrenceKeyOf(params),
        TE.chainW((key) =>
          calendar.execute({
            type: COMMAND[scope],
            ...key,
            ...envelopeOf(asked),
            ...preconditionOf(asked),
          }),
        ),
        TE.map(() => noContent),
      ),
  })

const COMMAND = { This: 'CancelOccurrence', Following: 'TruncateSeries' } as const
