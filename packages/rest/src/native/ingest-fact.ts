import type { TrainingFailure } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { AnswerDocument, Identity } from '../http/index.js'
import { endpoint } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { fieldErrorOf, invalid, pointerTo, refused } from '../problem/index.js'
import { WireFact } from './fact.js'
import type { NativeParts } from './options.js'

/** `POST /calendar/facts`: takes in a fact about live sessions and trainings. */
export const ingestFact = ({ calendar }: NativeParts) =>
  endpoint({
    method: 'POST',
    path: '/calendar/facts',
    operationId: 'ingestFact',
    summary: 'Take in a fact',
    description: `For a learning platform, with the scope \`${SCOPE}\`: the calendar events of live sessions and of their spots follow from facts. The same \`id\` again changes nothing.`,
    params: {},
    query: {},
    headers: [],
    body: { codec: WireFact, mediaTypes: ['application/json'] },
    answers: { 202: accepted },
    problems: ['FORBIDDEN'],
    handle: ({ body: fact, identity }) =>
      mayIngest(identity)
        ? pipe(
            calendar.ingest({ tenantId: identity.tenantId, fact }),
            TE.bimap(failureOf, () => ({ status: 202 })),
          )
        : TE.left(refused({ code: 'FORBIDDEN', detail: `Needs the scope ${SCOPE}` })),
  })

const SCOPE = 'calendar:ingest'

const accepted: AnswerDocument = { description: 'Taken in, now or before.', codec: null }

const mayIngest = ({ scopes }: Identity): boolean => scopes.includes(SCOPE) || scopes.includes('*')

const failureOf = (failure: TrainingFailure): Failure => {
  if (failure.type !== 'Rejected') return failure
  const { rejection } = failure
  return rejection.type === 'InvalidFields'
    ? refused(
        invalid(
          rejection.problems.map((problem) => ({
            ...fieldErrorOf(problem),
            pointer: pointerTo(problem.path),
          })),
        ),
      )
    : { type: 'StoreFailure', reason: `a fact was refused: ${rejection.type}` }
}
