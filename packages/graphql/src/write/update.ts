import type { EventChanges, EventCommand, OccurrenceChanges } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import { badInput } from '../errors/bad-input.js'
import type { Failure } from '../errors/failure.js'
import type { AskedInput } from './asked.js'
import { envelopeOf, preconditionOf } from './asked.js'
import type { ChangesInput } from './changes.js'
import { changesOf } from './changes.js'
import type { Decided } from './decided.js'
import { decided } from './decided.js'
import type { Target } from './target.js'
import { targetOf } from './target.js'

/** What is changed, of an event or an occurrence, and whom it is told. */
export interface UpdateInput extends ChangesInput, AskedInput {
  readonly id: string
  readonly scope?: 'This' | 'Following' | null | undefined
  readonly participantsNotification?: 'Nobody' | 'Update' | 'Reset' | null | undefined
}

/** Changes an event, one occurrence, or an occurrence and all that follow it. */
export const update = (
  input: UpdateInput,
  { parts: { calendar }, viewer }: Context,
): TE.TaskEither<Failure, Decided> =>
  pipe(
    targetOf(input),
    E.chain((target) => commandOf(target, input, envelopeOf(viewer, input))),
    TE.fromEither,
    TE.chain((command) => decided(calendar.execute(command), viewer.userId)),
  )

const commandOf = (
  target: Target,
  input: UpdateInput,
  envelope: ReturnType<typeof envelopeOf>,
): E.Either<Failure, EventCommand> => {
  const { participantsNotification: notice } = input
  const asked = {
    ...envelope,
    ...preconditionOf(input),
    ...(notice === null || notice === undefined ? {} : { notice }),
  }
  const changes = changesOf(input)
  switch (target.type) {
    case 'Event':
      return E.right({ ...asked, type: 'PatchEvent', uid: target.uid, changes })
    case 'Following':
      return E.right({ ...asked, ...target, type: 'SplitSeries', changes })
    case 'This':
      return pipe(
        ofOneOccurrence(changes),
        E.map((own) => ({ ...asked, ...target, type: 'PatchOccurrence', changes: own })),
      )
  }
}

/** What an occurrence can have of its own. */
const ofOneOccurrence = (changes: EventChanges): E.Either<Failure, OccurrenceChanges> => {
  const { visibility, showParticipantList, calendarId, recurrence, ...own } = changes
  const others = { visibility, showParticipantList, calendarId, recurrence }
  const path = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  )
  if (path.length === 0) return E.right(own)
  return E.left({
    ...badInput('NOT_OF_ONE_OCCURRENCE', 'Only a whole series has these'),
    fields: path.map((name) => ({ path: [name], reason: 'NOT_OF_ONE_OCCURRENCE' })),
  })
}
