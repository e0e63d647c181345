import * as TE from 'fp-ts/lib/TaskEither.js'
import { isUid } from '@kalends/core'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import type { AskedInput } from './asked.js'
import { envelopeOf, preconditionOf } from './asked.js'
import type { Decided } from './decided.js'
import { decided } from './decided.js'
import type { ParticipantsInput } from './participant-refs.js'
import { participantRefs } from './participant-refs.js'
import { noSuchEvent } from './refusal.js'

/** Whom to invite to which event. */
export interface InviteInput extends AskedInput, ParticipantsInput {
  readonly eventId: string
}

/** Invites participants; who participates already is left alone. */
export const invite = (
  input: InviteInput,
  { parts: { calendar }, viewer }: Context,
): TE.TaskEither<Failure, Decided> =>
  isUid(input.eventId)
    ? decided(
        calendar.execute({
          type: 'InviteParticipants',
          uid: input.eventId,
          participants: participantRefs(input),
          ...envelopeOf(viewer, input),
          ...preconditionOf(input),
        }),
        viewer.userId,
      )
    : TE.right(noSuchEvent)
