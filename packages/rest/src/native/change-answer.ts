import { participantsShown } from '@kalends/core'
import type { Change, UserId } from '@kalends/core'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import type { Identity } from '../http/index.js'
import { closed, described, named, oneOf } from '../wire/index.js'
import type { BodyFormat } from './enums.js'
import { EventAnswer, eventAnswer } from './event-answer.js'
import { namesOf } from '../kit/index.js'
import type { NativeParts } from './options.js'
import { Id } from './texts.js'

const ChangeType = oneOf(
  ['CREATED', 'Created'],
  ['UPDATED', 'Updated'],
  ['CANCELLED', 'Cancelled'],
  ['REMOVED', 'Removed'],
  ['ENTERED', 'Entered'],
  ['LEFT', 'Left'],
)

/** One change, as answers say it. */
export const ChangeAnswer = named(
  'Change',
  closed(
    {
      type: described(ChangeType, {
        description:
          'REMOVED: the caller no longer participates. ENTERED, LEFT: it was moved into or out of the window asked for.',
      }),
      id: described(Id, { description: 'Of the event.' }),
    },
    { event: described(EventAnswer, { description: 'Left out of what is REMOVED.' }) },
  ),
)

/** For whom, and with which formats of the body; all when none is named. */
export interface ChangeShown {
  readonly identity: Identity
  readonly formats: readonly t.TypeOf<typeof BodyFormat>[]
}

/** Writes changes for one viewer, by one question to the directory. */
export const changesAnswered = (
  parts: NativeParts,
  { identity: { tenantId, userId: viewer }, formats }: ChangeShown,
  changes: readonly Change[],
): T.Task<readonly t.OutputOf<typeof ChangeAnswer>[]> =>
  pipe(
    namesOf(parts, tenantId, changes.flatMap(usersIn(viewer))),
    T.map((names) =>
      changes.map((change) => ({
        type: ChangeType.encode(change.type),
        id: change.uid,
        ...(change.type === 'Removed'
          ? {}
          : { event: eventAnswer(change.event, { viewer, names, formats }) }),
      })),
    ),
  )

const usersIn =
  (viewer: UserId) =>
  (change: Change): readonly UserId[] =>
    change.type === 'Removed'
      ? []
      : participantsShown(change.event, viewer).map(({ userId }) => userId)
