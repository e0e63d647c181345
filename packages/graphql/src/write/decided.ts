import type { CommandFailure, Executed, UserId } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../errors/failure.js'
import type { EventNode } from '../event/event-node.js'
import { nodeOfEvent, nodeOfView } from '../event/event-node.js'
import type { Refusal } from './refusal.js'
import { refusalOf } from './refusal.js'

/** What a command came to: the event as it is now. */
export interface Saved {
  readonly type: 'Saved'
  readonly node: EventNode
  /** False for a retry, and for an effect that already held. */
  readonly changed: boolean
}

/** A payload: what was done, or why the domain would not. */
export type Decided = Saved | Refusal

/** Tells what the domain refused from what failed. */
export const decided = (
  task: TE.TaskEither<CommandFailure, Executed>,
  viewer: UserId,
): TE.TaskEither<Failure, Decided> =>
  pipe(
    task,
    TE.map((executed): Decided => savedOf(executed, viewer)),
    TE.orElse((failure: Failure) => refusedOrFailed(failure)),
  )

const savedOf = ({ event, occurrence, changed }: Executed, viewer: UserId): Saved => ({
  type: 'Saved',
  node:
    occurrence === null
      ? nodeOfEvent(event, viewer)
      : nodeOfView({ series: event, recurrenceId: occurrence }, viewer),
  changed,
})

const refusedOrFailed = (failure: Failure): TE.TaskEither<Failure, Decided> => {
  const refusal = failure.type === 'Rejected' ? refusalOf(failure.rejection) : null
  return refusal === null ? TE.left(failure) : TE.right(refusal)
}
