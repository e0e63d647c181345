import type { Registration, TrainingFailure } from '@kalends/core'
import { isUid } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import { nodeOfEvent } from '../event/event-node.js'
import type { AskedInput } from './asked.js'
import { envelopeOf } from './asked.js'
import type { Decided } from './decided.js'
import { noSuchEvent, notEligible, refusalOf } from './refusal.js'

/** Which live-session spot, by its calendar event. */
export interface RegistrationInput extends Pick<AskedInput, 'commandId'> {
  readonly eventId: string
}

/**
 * Takes a live-session spot for the viewer, or gives it back. The answer shows the event as it is then, also where it left the
 * viewer's list.
 */
export const register = (
  action: 'register' | 'unregister',
  { eventId: uid, ...input }: RegistrationInput,
  { parts, viewer }: Context,
): TE.TaskEither<Failure, Decided> =>
  isUid(uid)
    ? pipe(
        parts.calendar[action]({ ...envelopeOf(viewer, input), uid }),
        TE.map((registration) => decidedOf(registration, viewer.userId)),
        TE.orElse(refusedOrFailed),
      )
    : TE.right(noSuchEvent)

const decidedOf = ({ event, changed }: Registration, viewer: string): Decided =>
  event === null ? noSuchEvent : { type: 'Saved', node: nodeOfEvent(event, viewer), changed }

const refusedOrFailed = (failure: TrainingFailure): TE.TaskEither<Failure, Decided> => {
  if (failure.type !== 'Rejected') return TE.left(failure)
  const { rejection } = failure
  if (rejection.type === 'NotEligible') return TE.right(notEligible)
  const refusal = refusalOf(rejection)
  return refusal === null ? TE.left({ type: 'Rejected', rejection }) : TE.right(refusal)
}
