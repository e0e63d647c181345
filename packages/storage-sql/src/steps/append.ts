import type {
  AnyStreamDecision,
  Append,
  AppendFailure,
  Appended,
  Clock,
  Head,
  Staged,
  StoreFailure,
} from '@kalends/core'
import { commitOf, stage } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Steps } from '../sql/steps.js'
import { askOne, fail } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { earlierResult, recordCommand } from './command-record.js'
import { alreadyAppended } from './event-ids.js'
import { foldStream } from './fold-stream.js'
import { head } from './head.js'
import type { Folded, Learned, Memory } from './memory.js'
import { streamKey } from './memory.js'
import { writeMessages } from './outbox.js'
import { changedEvents, writeProjections } from './project.js'
import { snapshotsDue, writeSnapshots } from './snapshots.js'
import { writeBots } from './write-bots.js'
import { writeLog, writeVersions } from './write-log.js'

/** What an append needs beside itself. */
export interface AppendContext {
  readonly clock: Clock
  readonly memory: Memory
  readonly snapshotEvery: number
}

/** What an append came to, and what became known by it. */
export interface Outcome {
  readonly appended: Appended
  readonly learned: Learned
}

const NOTHING_LEARNED: Learned = { folded: [], lanes: [] }

/**
 * Appends, inside a transaction that already holds what keeps other writers out.
 *
 * Everything is decided before anything is written, and the counter of positions is taken last before the
 * writes that need it. May fail after writing: the caller undoes then what was written.
 */
export function* appendSteps<R>(
  context: AppendContext,
  append: Append<R>,
): Steps<AppendFailure<R>, Outcome> {
  const earlier = yield* earlierResult(append)
  if (earlier !== null) return replayed(earlier)
  const weighed = yield* stageAll(context.memory, append)
  const staged = weighed.map((each) => each.staged)
  const again = yield* alreadyAppended(append, staged)
  if (again !== null) return replayed(again)
  return yield* written(context, append, weighed)
}

/** A staged stream, and the weight of its fold before. */
interface Weighed {
  readonly staged: Staged
  readonly weight: number
}

function* written<R>(
  context: AppendContext,
  append: Append<R>,
  weighed: readonly Weighed[],
): Steps<StoreFailure, Outcome> {
  const staged = weighed.map((each) => each.staged)
  const count = staged.reduce((sum, { events }) => sum + events.length, 0)
  const before = yield* count === 0
    ? headNow(append, context.clock)
    : takePositions(append, count, context.clock)
  const commit = commitOf(append, staged, before)
  const position = before.position + count
  const { events, weights } = yield* writeLog(commit.events, position)
  yield* writeVersions(append.tenantId, staged)
  const { tenantId } = append
  const changed = changedEvents(staged)
  const { recordedAt } = before
  const projected = { tenantId, changed, position, recordedAt }
  const lanes = yield* writeProjections(context.memory, projected)
  yield* writeBots(tenantId, staged)
  yield* writeMessages(commit.messages)
  yield* recordCommand(append, { position, events: count, recordedAt })
  const folded = foldedAfter(append, weighed, weights)
  yield* writeSnapshots(append.tenantId, snapshotsDue(context.snapshotEvery, staged))
  return { appended: { events, position, replayed: false }, learned: { folded, lanes } }
}

const replayed = (appended: Appended): Outcome => ({ appended, learned: NOTHING_LEARNED })

/** A later decision on the same stream meets what the earlier one left. */
function* stageAll<R>(
  memory: Memory,
  { tenantId, streams }: Append<R>,
): Steps<AppendFailure<R>, readonly Weighed[]> {
  const weighed: Weighed[] = []
  for (const decision of streams) {
    const { aggregate, streamId } = decision
    const earlier = weighed.findLast((each) => isOn(each.staged, decision))
    const { stream, weight } =
      earlier === undefined
        ? yield* foldStream(memory, { tenantId, aggregate, streamId })
        : { stream: earlier.staged.after, weight: earlier.weight }
    const staged = stage(decision, stream)
    if (E.isLeft(staged)) return yield* fail(staged.left)
    weighed.push({ staged: staged.right, weight })
  }
  return weighed
}

const isOn = <R>(staged: Staged, { aggregate, streamId }: AnyStreamDecision<R>): boolean =>
  staged.aggregate === aggregate && staged.after.streamId === streamId

function* headNow<R>({ tenantId }: Append<R>, clock: Clock): Steps<never, Head> {
  const { position } = yield* head(tenantId)
  return { position, recordedAt: clock.now() }
}

function* takePositions<R>(
  { tenantId }: Append<R>,
  count: number,
  clock: Clock,
): Steps<StoreFailure, Head> {
  const now = clock.now()
  const taken = yield* askOne(advanceTenant, { tenantId, count, now })
  if (taken === null) return yield* fail({ type: 'StoreFailure', reason: 'no position was given' })
  return { position: taken.position - count, recordedAt: taken.recorded_at }
}

const advanceTenant = template(
  (db, p: { readonly tenantId: string; readonly count: number; readonly now: number }) =>
    db
      .insertInto('kalends_tenant')
      .values({ tenant_id: p.tenantId, position: p.count, recorded_at: p.now, readable_from: 0 })
      .onConflict((conflict) =>
        conflict.column('tenant_id').doUpdateSet((eb) => ({
          position: eb('kalends_tenant.position', '+', eb.ref('excluded.position')),
          recorded_at: eb
            .case()
            .when('excluded.recorded_at', '>', eb.ref('kalends_tenant.recorded_at'))
            .then(eb.ref('excluded.recorded_at'))
            .else(eb.ref('kalends_tenant.recorded_at'))
            .end(),
        })),
      )
      .returning(['position', 'recorded_at']),
)

const foldedAfter = <R>(
  { tenantId }: Append<R>,
  weighed: readonly Weighed[],
  weights: ReadonlyMap<string, number>,
): readonly Folded[] =>
  weighed.map(({ staged: { aggregate, after }, weight }) => {
    const key = streamKey(tenantId, aggregate, after.streamId)
    return { key, stream: after, weight: weight + (weights.get(key) ?? 0) }
  })
