import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent, RecurrenceId, Rejection, State } from '../event/index.js'
import { decide, recurrenceIdAt } from '../event/index.js'
import type { Appended, StreamDecision } from '../ports/index.js'
import { refusalOf } from './admit.js'
import type { EventCommand } from './command.js'
import { envelope } from './envelope.js'
import type { CommandFailure } from './failure.js'
import { type Folded, recorded } from './folded.js'
import type { Parts } from './parts.js'
import { type InForce, type TryFailure, underPolicyInForce } from './policy-in-force.js'
import type { Prepared } from './prepare.js'
import { prepare } from './prepare.js'
import { splitDecisions } from './split-decisions.js'

/** What a command came to. */
export interface Executed {
  /** The event as it is now; after a split the series that goes on. */
  readonly event: CalendarEvent
  /** Which occurrence the command was about, by what it is called now; null when it was the event, or all from one on. */
  readonly occurrence: RecurrenceId | null
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
    return underPolicyInForce(parts, command, (inForce) =>
      pipe(
        prepare(parts, command),
        TE.chainW((prepared) => append(inForce, command, prepared)),
      ),
    )
  }

const append = (
  { parts, guard }: InForce,
  command: EventCommand,
  prepared: Prepared,
): TE.TaskEither<TryFailure, Executed> => {
  const folded: Folded = { state: null }
  const streams =
    prepared.command.type === 'SplitSeries' && prepared.patch !== null
      ? splitDecisions(
          parts,
          { ...prepared, split: prepared.command, patch: prepared.patch },
          folded,
        )
      : [decisionOn(parts, prepared, folded)]
  return pipe(
    parts.store.append({
      ...envelope(command, prepared.command.commandId),
      streams: streams.map(guard),
    }),
    TE.chainW((appended) =>
      folded.state === null || appended.replayed
        ? stored(parts, { command, uid: prepared.uid }, appended)
        : executed(folded.state, command, appended),
    ),
  )
}

const decisionOn = (
  parts: Parts,
  { uid, command }: Prepared,
  folded: Folded,
): StreamDecision<Rejection, 'event'> => ({
  aggregate: 'event',
  streamId: uid,
  expected: { type: 'Any' },
  decide: (state) =>
    pipe(
      decide(parts.resetPolicy, parts.limits)(command, state),
      E.map((happened) => recorded(parts, folded, { state, happened })),
    ),
})

/** A command that ran before decides nothing now; what it made is in the store. */
const stored = (
  { store }: Parts,
  { command, uid }: { readonly command: EventCommand; readonly uid: string },
  appended: Appended,
): TE.TaskEither<CommandFailure, Executed> =>
  pipe(
    store.load(command.tenantId, 'event', streamMadeBy(appended) ?? uid),
    TE.chain(({ state }) => executed(state, command, { ...appended, events: [] })),
  )

/** A split makes two: the series that goes on is the one it was about. */
const streamMadeBy = ({ events }: Appended): string | undefined =>
  (events.find(({ happened }) => happened.type === 'SplitOff') ?? events[0])?.streamId

const executed = (
  state: State,
  command: EventCommand,
  { events, position }: Appended,
): TE.TaskEither<CommandFailure, Executed> => {
  if (state.type === 'Absent') {
    return TE.left({ type: 'Rejected', rejection: { type: 'NotFound' } })
  }
  const { event } = state
  return TE.right({
    event,
    occurrence: occurrenceIn(command, event),
    changed: events.length > 0,
    position,
  })
}

const occurrenceIn = (command: EventCommand, event: CalendarEvent): RecurrenceId | null => {
  const isOfOne =
    command.type === 'PatchOccurrence' ||
    command.type === 'CancelOccurrence' ||
    command.type === 'AnswerEvent'
  return isOfOne && command.recurrenceId !== undefined
    ? recurrenceIdAt(event, command.recurrenceId)
    : null
}
