import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarRejection } from '../calendar/index.js'
import type { CalendarId, Rejection, TenantId, Uid } from '../event/index.js'
import type {
  AppendFailure,
  DirectoryFailure,
  StoreFailure,
  StreamDecision,
} from '../ports/index.js'
import type { EventCommand } from './command.js'
import type { CommandFailure } from './failure.js'
import type { Parts } from './parts.js'
import { policyNamed } from './policy-named.js'

/** The event is not in the calendar any more whose policy was read. */
export interface Refiled {
  readonly type: 'Refiled'
}

/** Why what was tried under a policy did not happen. */
export type TryFailure = AppendFailure<Rejection | CalendarRejection | Refiled> | DirectoryFailure

/** What a command is run with: `parts` with the policy in force, and a guard for the decisions made by it. */
export interface InForce {
  readonly parts: Parts
  /** Refuses where the event was put into another calendar in the meantime. */
  readonly guard: (
    decision: StreamDecision<Rejection, 'event'>,
  ) => StreamDecision<Rejection | Refiled, 'event'>
}

/**
 * Runs a command under the reset policy of the calendar in which its event is: the one that the owner chose, else the
 * service's own, also where the chosen one is no longer known. Commands that reset nothing are run as they are.
 *
 * The policy is read before the lock is taken. Should the event be in another calendar then, all is done once more.
 */
export const underPolicyInForce = <A>(
  parts: Parts,
  command: EventCommand,
  run: (inForce: InForce) => TE.TaskEither<TryFailure, A>,
): TE.TaskEither<CommandFailure, A> => {
  const { tenantId } = command
  const uid = uidOfPatched(command)
  const once = pipe(
    uid === null
      ? TE.right({ parts, guard: (decision: StreamDecision<Rejection, 'event'>) => decision })
      : inForceFor(parts, { tenantId, uid }),
    TE.chainW(run),
  )
  return pipe(
    once,
    TE.orElse((failure) => (settled(failure) === null ? once : TE.left(failure))),
    TE.mapLeft((failure) => settled(failure) ?? RESTLESS),
  )
}

const RESTLESS: StoreFailure = {
  type: 'StoreFailure',
  reason: 'the event was put into another calendar again and again while it was changed',
}

/** The failure as the caller learns it; null where trying again may help. */
const settled = (failure: TryFailure): CommandFailure | null => {
  if (failure.type !== 'Rejected') return failure
  const { rejection } = failure
  return rejection.type === 'Refiled' ? null : { ...failure, rejection }
}

/** Whose answers a command may reset; null when it resets none. */
const uidOfPatched = (command: EventCommand): Uid | null =>
  command.type === 'PatchEvent' ||
  command.type === 'ResetAnswers' ||
  command.type === 'PatchOccurrence' ||
  command.type === 'SplitSeries'
    ? command.uid
    : null

interface Stream {
  readonly tenantId: TenantId
  readonly uid: Uid
}

const inForceFor = (
  parts: Parts,
  { tenantId, uid }: Stream,
): TE.TaskEither<StoreFailure, InForce> =>
  pipe(
    parts.store.load(tenantId, 'event', uid),
    TE.map(({ state }) => (state.type === 'Absent' ? null : state.event.calendarId)),
    TE.bindTo('calendarId'),
    TE.bind('resetPolicy', ({ calendarId }) => policyOf(parts, tenantId, calendarId)),
    TE.map(({ calendarId, resetPolicy }) => ({
      parts: { ...parts, resetPolicy },
      guard: (decision) => (decision.streamId === uid ? whileIn(calendarId, decision) : decision),
    })),
  )

const policyOf = (parts: Parts, tenantId: TenantId, calendarId: CalendarId | null) =>
  calendarId === null
    ? TE.right(parts.resetPolicy)
    : pipe(
        parts.store.load(tenantId, 'calendar', calendarId),
        TE.map(({ state }) => {
          const name = state.type === 'Open' ? state.calendar.resetPolicy : null
          return (name === null ? null : policyNamed(parts, name)) ?? parts.resetPolicy
        }),
      )

const whileIn = (
  calendarId: CalendarId | null,
  decision: StreamDecision<Rejection, 'event'>,
): StreamDecision<Rejection | Refiled, 'event'> => ({
  ...decision,
  decide: (state) =>
    state.type !== 'Absent' && state.event.calendarId !== calendarId
      ? E.left({ type: 'Refiled' })
      : decision.decide(state),
})
