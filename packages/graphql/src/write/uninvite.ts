import { isUid } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import { badInput } from '../errors/bad-input.js'
import type { Failure } from '../errors/failure.js'
import type { AskedInput } from './asked.js'
import { envelopeOf, preconditionOf } from './asked.js'
import type { Decided } from './decided.js'
import { decided } from './decided.js'
import { noSuchEvent } from './refusal.js'

/** Whom to take out of which event. */
export interface UninviteInput extends AskedInput {
  readonly eventId: string
  readonly userIds: readonly string[]
}

/** Takes participants out, all or none, in one revision; who does not participate is left alone. */
export const uninvite = (
  input: UninviteInput,
  { parts: { calendar, limits }, viewer }: Context,
): TE.TaskEither<Failure, Decided> => {
  const [userId, ...others] = new Set(input.userIds)
  if (userId === undefined || others.length >= limits.uninvited) {
    return TE.left(badInput('TOO_MANY_USERS', `List from 1 to ${limits.uninvited} users`))
  }
  return isUid(input.eventId)
    ? decided(
        calendar.execute({
          type: 'UninviteParticipant',
          uid: input.eventId,
          userId,
          others,
          ...envelopeOf(viewer, input),
          ...preconditionOf(input),
        }),
        viewer.userId,
      )
    : TE.right(noSuchEvent)
}
