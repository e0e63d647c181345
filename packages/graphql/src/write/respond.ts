import type { ParticipationStatus } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import type { AskedInput } from './asked.js'
import { envelopeOf, preconditionOf } from './asked.js'
import type { Decided } from './decided.js'
import { decided } from './decided.js'
import { targetOf } from './target.js'

/** The viewer's answer to an event, or to one occurrence. */
export interface RespondInput extends AskedInput {
  readonly id: string
  readonly rsvp: ParticipationStatus
  readonly comment?: string | null | undefined
}

/** Answers an invitation. */
export const respond = (
  input: RespondInput,
  { parts: { calendar }, viewer }: Context,
): TE.TaskEither<Failure, Decided> =>
  pipe(
    TE.fromEither(targetOf({ id: input.id })),
    TE.chain((target) =>
      decided(
        calendar.execute({
          type: 'AnswerEvent',
          uid: target.uid,
          status: input.rsvp,
          comment: input.comment ?? null,
          ...(target.type === 'Event' ? {} : { recurrenceId: target.recurrenceId }),
          ...envelopeOf(viewer, input),
          ...preconditionOf(input),
        }),
        viewer.userId,
      ),
    ),
  )
