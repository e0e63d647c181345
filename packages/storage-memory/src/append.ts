import type {
  AnyStreamDecision,
  Append,
  AppendFailure,
  Appended,
  Commit,
  Recorded,
  Staged,
} from '@kalends/core'
import { commitOf, stage } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { asStored } from './stored.js'
import type { Run, Tenant } from './tenant.js'
import { streamOf } from './tenant.js'

/** What is to be written for an append, or what it came to when it was first run. */
export type Outcome =
  | { readonly type: 'New'; readonly commit: Commit }
  | { readonly type: 'Replayed'; readonly appended: Appended }

/** Decides an append on what `tenant` is now. Writes nothing. */
export const outcomeOf = <R>(
  tenant: Tenant,
  append: Append<R>,
  now: number,
): E.Either<AppendFailure<R>, Outcome> => {
  const { commandId, fingerprint } = append
  const run = fingerprint === null ? undefined : tenant.runs.get(commandId)
  if (run !== undefined) {
    return run.fingerprint === fingerprint
      ? E.right({ type: 'Replayed', appended: replayOf(tenant, run) })
      : E.left({ type: 'CommandIdReused', commandId })
  }
  const head = {
    position: tenant.log.length,
    recordedAt: Math.max(now, tenant.log.at(-1)?.recordedAt ?? now),
  }
  return pipe(
    stageAll(tenant, append.streams),
    E.map((staged) => commitOf(append, staged, head)),
    E.chain((commit) => unlessAppended<R>(tenant, commit)),
  )
}

const replayOf = (tenant: Tenant, { before, after }: Run): Appended => ({
  events: tenant.log.slice(before, after),
  position: after,
  replayed: true,
})

/** A later decision on the same stream meets what the earlier one left. */
const stageAll = <R>(
  tenant: Tenant,
  decisions: readonly AnyStreamDecision<R>[],
): E.Either<AppendFailure<R>, readonly Staged[]> =>
  decisions.reduce<E.Either<AppendFailure<R>, readonly Staged[]>>(
    (sofar, decision) =>
      E.isLeft(sofar)
        ? sofar
        : pipe(
            stage(decision, lockedAfter(sofar.right, tenant, decision)),
            E.map((staged) => [...sofar.right, staged]),
          ),
    E.right([]),
  )

const lockedAfter = <R>(
  staged: readonly Staged[],
  tenant: Tenant,
  { aggregate, streamId }: AnyStreamDecision<R>,
) =>
  staged.findLast((each) => each.aggregate === aggregate && each.after.streamId === streamId)
    ?.after ?? streamOf(tenant, aggregate, streamId)

/** The same event ids in the same streams and order give what they gave then; anything else is a mistake. */
const unlessAppended = <R>(tenant: Tenant, commit: Commit): E.Either<AppendFailure<R>, Outcome> => {
  const ids = commit.events.map(({ eventId }) => eventId)
  const eventId = ids.find((id, index) => tenant.eventIds.has(id) || ids.indexOf(id) !== index)
  if (eventId === undefined) {
    return pipe(
      commit.events,
      RA.traverse(E.Applicative)(asStored),
      E.map((events) => ({ type: 'New', commit: { ...commit, events } })),
    )
  }
  const events = tenant.log.filter((recorded) => ids.includes(recorded.eventId))
  const position = events.at(-1)?.position ?? 0
  return areSame(events, commit.events)
    ? E.right({ type: 'Replayed', appended: { events, position, replayed: true } })
    : E.left({ type: 'DuplicateEventId', eventId })
}

const areSame = (known: readonly Recorded[], asked: readonly Recorded[]): boolean =>
  known.length === asked.length &&
  known.every(({ eventId, aggregate, streamId }, index) => {
    const other = asked[index]
    return (
      other?.eventId === eventId && other.aggregate === aggregate && other.streamId === streamId
    )
  })
