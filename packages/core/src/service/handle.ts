import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent, Rejection, State } from '../event/index.js'
import { decide, evolve } from '../event/index.js'
import type { Appended, NewEvent, StreamDecision } from '../ports/index.js'
import { refusalOf } from './admit.js'
import type { EventCommand } from './command.js'
import { envelope } from './envelope.js'
import type { CommandFailure } from './failure.js'
import type { Parts } from './parts.js'
import type { Prepared } from './prepare.js'
import { prepare } from './prepare.js'

/** What a command came to. */
export interface Executed {
  /** The event as it is now. */
  readonly event: CalendarEvent
  /** Whether anything happened now; false for a retry and for an effect that already held. */
  readonly changed: boolean
  /** The log's position that includes the command. */
  readonly position: number
}

/**
 * Runs a command on a calendar event: admit, prepare, then decide and append under the stream's lock.
 *
 * Nothing is decided on a stale state, so commands never lose to one another: an answer and a patch
 * of one event both happen, in the order in which they took the lock.
 */
export const handle =
  (parts: Parts) =>
  (command: EventCommand): TE.TaskEither<CommandFailure, Executed> => {
    const refusal = refusalOf(command, parts.limits)
    if (refusal !== null) return TE.left({ type: 'Rejected', rejection: refusal })
    return pipe(
      prepare(parts, command),
      TE.chain((prepared) => append(parts, command, prepared)),
    )
  }

const append = (
  parts: Parts,
  command: EventCommand,
  prepared: Prepared,
): TE.TaskEither<CommandFailure, Executed> => {
  const { tenantId } = command
  const folded: { state: State | null } = { state: null }
  const decision: StreamDecision<Rejection, 'event'> = {
    aggregate: 'event',
    streamId: prepared.uid,
    expected: { type: 'Any' },
    decide: (state) =>
      pipe(
        decide(parts.resetPolicy)(prepared.command, state),
        E.map((happened) => {
          folded.state = happened.reduce(evolve, state)
          return happened.map((each): NewEvent<'event'> => ({
            eventId: parts.ids.uuid(),
            happened: each,
          }))
        }),
      ),
  }
  return pipe(
    parts.store.append({ ...envelope(command, prepared.command.commandId), streams: [decision] }),
    TE.chain((appended) =>
      folded.state === null || appended.replayed
        ? stored(parts, { tenantId, uid: prepared.uid }, appended)
        : executed(folded.state, appended),
    ),
  )
}

/** A command that ran before decides nothing now; what it made is in the store. */
const stored = (
  { store }: Parts,
  { tenantId, uid }: { readonly tenantId: string; readonly uid: string },
  appended: Appended,
): TE.TaskEither<CommandFailure, Executed> => {
  const first = appended.events[0]?.streamId ?? uid
  return pipe(
    store.load(tenantId, 'event', first),
    TE.chain(({ state }) => executed(state, { ...appended, events: [] })),
  )
}

const executed = (
  state: State,
  { events, position }: Appended,
): TE.TaskEither<CommandFailure, Executed> =>
  state.type === 'Absent'
    ? TE.left({ type: 'Rejected', rejection: { type: 'NotFound' } })
    : TE.right({ event: state.event, changed: events.length > 0, position })
