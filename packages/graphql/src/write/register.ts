import { namedBy } from '@kalends/core'
import type { Registration, TrainingFailure } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import { findEvent } from '../read/find-event.js'
import type { AskedInput } from './asked.js'
import { envelopeOf } from './asked.js'
import type { Decided } from './decided.js'
import type { Refusal } from './refusal.js'
import { noSuchEvent, notEligible, spotClosed, spotFull } from './refusal.js'

/** Which live-session spot, by its calendar event. */
export interface RegistrationInput extends Pick<AskedInput, 'commandId'> {
  readonly eventId: string
}

/** Takes a live-session spot for the viewer, or gives it back. */
export const register = (
  action: 'register' | 'unregister',
  input: RegistrationInput,
  { parts, viewer }: Context,
): TE.TaskEither<Failure, Decided> => {
  const asked = { ...envelopeOf(viewer, input), uid: namedBy(input.eventId).uid }
  const registration: TE.TaskEither<Failure, Registration | Refusal> = pipe(
    parts.calendar[action](asked),
    TE.orElseW(refusedOrFailed),
  )
  return pipe(
    registration,
    TE.chain((done) => ('type' in done ? TE.right(done) : saved({ parts, viewer }, done))),
  )
}

/** A spot that was withdrawn is not seen any more by who gave it back. */
const saved = (
  { parts, viewer }: Pick<Context, 'parts' | 'viewer'>,
  { uid, changed }: Registration,
): TE.TaskEither<Failure, Decided> =>
  pipe(
    findEvent(parts, viewer, uid),
    TE.map((node): Decided => ({ type: 'Saved', node, changed })),
    TE.orElse((failure) =>
      failure.type === 'Rejected' && failure.rejection.type === 'NotFound'
        ? TE.right<Failure, Decided>(spotClosed)
        : TE.left(failure),
    ),
  )

const refusedOrFailed = (failure: TrainingFailure): TE.TaskEither<Failure, Refusal> => {
  if (failure.type !== 'Rejected') return TE.left(failure)
  const { rejection } = failure
  switch (rejection.type) {
    case 'NotFound':
      return TE.right(noSuchEvent)
    case 'NotEligible':
      return TE.right(notEligible)
    case 'SpotFull':
      return TE.right(spotFull)
    case 'SpotClosed':
      return TE.right(spotClosed)
    case 'InvalidFields':
    case 'TooManyUsers':
    case 'TooManyChannels':
    case 'InvalidTimeRange':
    case 'EmptyPatch':
    case 'NotOrganizer':
    case 'RevisionMismatch':
    case 'EventCancelled':
    case 'InvalidRecurrence':
    case 'TooManyOverrides':
      return TE.left({ type: 'Rejected', rejection })
  }
}
