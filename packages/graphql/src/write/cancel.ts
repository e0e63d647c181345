import type { EventCommand } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import type { AskedInput } from './asked.js'
import { envelopeOf, preconditionOf } from './asked.js'
import type { Decided } from './decided.js'
import { decided } from './decided.js'
import type { Target } from './target.js'
import { targetOf } from './target.js'

/** What is cancelled, and whether it is told. */
export interface CancelInput extends AskedInput {
  readonly id: string
  readonly scope?: 'This' | 'Following' | null | undefined
  readonly notify?: boolean | null | undefined
}

/** Cancels an event, one occurrence, or an occurrence and all that follow it. Again does nothing. */
export const cancel = (
  input: CancelInput,
  { parts: { calendar }, viewer }: Context,
): TE.TaskEither<Failure, Decided> =>
  pipe(
    TE.fromEither(targetOf(input)),
    TE.map((target): EventCommand => ({
      ...envelopeOf(viewer, input),
      ...preconditionOf(input),
      notice: input.notify === false ? 'Nobody' : 'Update',
      ...commandOf(target),
    })),
    TE.chain((command) => decided(calendar.execute(command), viewer.userId)),
  )

const commandOf = (target: Target) => {
  switch (target.type) {
    case 'Event':
      return { type: 'CancelEvent', uid: target.uid } as const
    case 'This':
      return { ...target, type: 'CancelOccurrence' } as const
    case 'Following':
      return { ...target, type: 'TruncateSeries' } as const
  }
}
