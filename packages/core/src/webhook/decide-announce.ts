import * as E from 'fp-ts/lib/Either.js'
import type { Announce } from './command.js'
import type { DomainEvent } from './domain-event.js'
import { isTold } from './is-told.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'

/**
 * Decides what the webhooks are told of a stretch of the log.
 *
 * What was told before is not told again, so several may announce the same; and one announcement follows another after
 * `debounceMs` at the earliest. What nobody listens to is not announced.
 */
export const decideAnnounce = (
  command: Announce,
  state: State,
): E.Either<Rejection, readonly DomainEvent[]> => {
  const announced = [...updatesIn(command, state), ...connectionsIn(command, state)]
  const dueAt = announcementDueAt(state, command)
  return announced.length > 0 && command.at < dueAt
    ? E.left({ type: 'TooSoon', dueAt })
    : E.right(announced)
}

/** When the next announcement may be made. A clock that was set back holds nothing up. */
export const announcementDueAt = (
  { announcedAt }: State,
  { at, debounceMs }: Pick<Announce, 'at' | 'debounceMs'>,
): number => (announcedAt === null || at < announcedAt ? at : announcedAt + debounceMs)

const updatesIn = (
  { at, after, position, updates }: Announce,
  state: State,
): readonly DomainEvent[] =>
  updates === null || updates.last <= state.announcedTo || !isTold(state, 'EventsUpdate')
    ? []
    : [
        {
          type: 'UpdatesAnnounced',
          at,
          after: Math.max(after, state.announcedTo),
          position,
          from: updates.from,
        },
      ]

const connectionsIn = ({ at, connections }: Announce, state: State): readonly DomainEvent[] =>
  isTold(state, 'StateChange')
    ? connections
        .filter(({ position }) => position > state.announcedTo)
        .map((change) => ({ type: 'ConnectionAnnounced', at, ...change }))
    : []
