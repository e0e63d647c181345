import { isUid } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
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

/**
 * Takes participants out one by one; who does not participate is left alone.
 *
 * Stops at the first refusal: those before it are out. The revision expected is that before the first.
 */
export const uninvite = (
  input: UninviteInput,
  context: Context,
): TE.TaskEither<Failure, Decided> => {
  const { uninvited } = context.parts.limits
  const userIds = [...new Set(input.userIds)]
  if (userIds.length === 0 || userIds.length > uninvited) {
    return TE.left(badInput('TOO_MANY_USERS', `List from 1 to ${uninvited} users`))
  }
  return isUid(input.eventId) ? oneByOne(input, userIds, context) : TE.right(noSuchEvent)
}

const oneByOne = (
  input: UninviteInput,
  userIds: readonly string[],
  context: Context,
): TE.TaskEither<Failure, Decided> =>
  userIds
    .map((userId, index) => ({ userId, index }))
    .reduce<TE.TaskEither<Failure, Decided>>(
      (before, one) => pipe(before, TE.chain(thenOut(input, one, context))),
      TE.right(noSuchEvent),
    )

interface One {
  readonly userId: string
  readonly index: number
}

const thenOut =
  (input: UninviteInput, one: One, context: Context) =>
  (before: Decided): TE.TaskEither<Failure, Decided> =>
    before.type === 'Refusal' && one.index > 0
      ? TE.right(before)
      : pipe(
          takeOut(input, one, context),
          TE.map((next) => together(before, next)),
        )

/** Changed if any of them changed something. */
const together = (before: Decided, next: Decided): Decided =>
  before.type === 'Saved' && next.type === 'Saved'
    ? { ...next, changed: before.changed || next.changed }
    : next

const takeOut = (
  input: UninviteInput,
  { userId, index }: One,
  { parts: { calendar }, viewer }: Context,
): TE.TaskEither<Failure, Decided> => {
  const { commandId, ...envelope } = { commandId: undefined, ...envelopeOf(viewer, input) }
  return decided(
    calendar.execute({
      type: 'UninviteParticipant',
      uid: input.eventId,
      userId,
      ...envelope,
      ...(commandId === undefined ? {} : { commandId: `${commandId}/${index}` }),
      ...(index === 0 ? preconditionOf(input) : {}),
    }),
    viewer.userId,
  )
}
