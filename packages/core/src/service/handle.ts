import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent, RecurrenceId, Rejection, State } from '../event/index.js'
import { decide, recurrenceIdAt } from '../event/index.js'
import { isGeneratedUid } from '../policy/index.js'
import type { AnyStreamDecision, Appended, StoreFailure, StreamDecision } from '../ports/index.js'
import { refusalOf } from './admit.js'
import type { EventCommand } from './command.js'
import { envelope } from './envelope.js'
import type { CommandFailure } from './failure.js'
import { type Folded, recorded } from './folded.js'
import type { Parts } from './parts.js'
import {
  type InForce,
  type Refiled,
  type TryFailure,
  underPolicyInForce,
} from './policy-in-force.js'
import type { Prepared } from './prepare.js'
import { prepare } from './prepare.js'
import { splitDecisions } from './split-decisions.js'
import { spotAnswerDecisions } from './spot-answer.js'
import { spotOf } from './spot-of.js'

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
  return pipe(
    decisionsOn({ parts, guard }, { ...prepared, tenantId: command.tenantId }, folded),
    TE.chainW((streams) =>
      parts.store.append({ ...envelope(command, prepared.command.commandId), streams }),
    ),
    TE.chainW((appended) =>
      folded.state === null || appended.replayed
        ? stored(parts, { command, uid: prepared.uid }, appended)
        : executed(folded.state, command, appended),
    ),
  )
}

/** What a command is to the streams that it is about: an answer to a live-session spot is to its training too. */
const decisionsOn = (
  { parts, guard }: InForce,
  { tenantId, ...prepared }: Prepared & { readonly tenantId: string },
  folded: Folded,
): TE.TaskEither<StoreFailure, readonly AnyStreamDecision<Rejection | Refiled>[]> => {
  const { uid, command, patch } = prepared
  if (command.type === 'SplitSeries' && patch !== null) {
    return TE.right(splitDecisions(parts, { uid, split: command, patch }, folded).map(guard))
  }
  const plain = [decisionOn(parts, prepared, folded)].map(guard)
  if (command.type !== 'Answer' || !isGeneratedUid(uid)) return TE.right(plain)
  return pipe(
    spotOf(parts, tenantId, uid),
    TE.map((ref) =>
      ref === null ? plain : spotAnswerDecisions(parts, { ref, answer: command }, folded),
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
  (
    events.find(({ happened }) => happened.type === 'SplitOff') ??
    events.find(({ aggregate }) => aggregate === 'event')
  )?.streamId

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
