import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import type { AskedInput } from './asked.js'
import { envelopeOf } from './asked.js'
import type { ChangesInput } from './changes.js'
import { changesOf, timeSlotOf } from './changes.js'
import type { Decided } from './decided.js'
import { decided } from './decided.js'
import type { ParticipantsInput } from './participant-refs.js'
import { participantRefs } from './participant-refs.js'

/** What is created. */
export interface CreateInput extends ChangesInput, AskedInput, ParticipantsInput {
  readonly id?: string | null | undefined
  readonly title: string
  readonly start: string
  readonly end: string
}

/** Creates an event of the viewer's. */
export const create = (
  input: CreateInput,
  { parts: { calendar }, viewer }: Context,
): TE.TaskEither<Failure, Decided> => {
  const { status: _, ...changes } = changesOf(input)
  const { status } = input
  return decided(
    calendar.execute({
      type: 'CreateEvent',
      ...changes,
      ...(status === null || status === undefined ? {} : { status }),
      ...(input.id === null || input.id === undefined ? {} : { uid: input.id }),
      title: input.title,
      timeSlot: timeSlotOf(input),
      participants: participantRefs(input),
      ...envelopeOf(viewer, input),
    }),
    viewer.userId,
  )
}
