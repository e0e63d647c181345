import type { AppendFailure, Append, Appended, EventQueries, EventStore } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { attemptAsync } from '../sql/driver-failure.js'
import type { HostTransaction } from '../sql/transaction.js'
import { execute, runAsyncIn } from '../sql/transaction.js'
import type { AppendContext } from '../steps/append.js'
import { appendSteps } from '../steps/append.js'
import { noSeries } from '../steps/known-series.js'
import { reads } from '../steps/port.js'
import { endReadsBefore, pruneChunk } from '../steps/prune.js'

/** What a store offers inside a host's transaction: its appends are committed, or undone, with it. */
export type Within = EventStore & EventQueries

/**
 * The store inside a host's transaction.
 *
 * What is appended is remembered, and announced to listeners, by nobody before the host commits, which the
 * store does not learn of: followers find it by reading.
 */
export const within = (
  context: AppendContext,
  trx: HostTransaction,
  onAppended: EventStore['onAppended'],
): Within => {
  const run = runAsyncIn(trx)
  const append = <R>(asked: Append<R>): TE.TaskEither<AppendFailure<R>, Appended> =>
    attemptAsync(() =>
      oneByOne(trx, async () => {
        await begin(trx)
        const result = await attemptAsync(() => run(appendSteps(context, asked)))()
        await end(trx, E.isRight(result) ? 'Keep' : 'Undo')
        return E.isRight(result) ? E.right(result.right.appended) : result
      }),
    )
  return {
    // Nothing is learned of series: what is read here may be undone.
    ...reads(
      (steps) => attemptAsync(() => oneByOne(trx, () => run(steps()))),
      context.memory,
      noSeries,
    ),
    append,
    onAppended,
    prune: (tenantId, position) =>
      attemptAsync(() =>
        oneByOne(trx, () =>
          run(
            (function* () {
              const pruned = yield* endReadsBefore({ tenantId, position })
              while ((yield* pruneChunk(pruned)) === 'More');
            })(),
          ),
        ),
      ),
  }
}

/**
 * Takes SQLite's write lock, if the host does not hold it yet, and marks where to go back to.
 *
 * kysely begins transactions that only read at first. Reading before locking would decide on what another
 * process may have changed by the time of the first write.
 */
const begin = async (trx: HostTransaction): Promise<void> => {
  await execute(trx, 'update kalends_schema set version = version where false')
  await execute(trx, 'savepoint kalends_append')
}

const end = async (trx: HostTransaction, how: 'Keep' | 'Undo'): Promise<void> => {
  if (how === 'Undo') await execute(trx, 'rollback to kalends_append')
  await execute(trx, 'release kalends_append')
}

const turns = new WeakMap<HostTransaction, Promise<unknown>>()

// Savepoints nest: two appends at once in one transaction would undo each other.
const oneByOne = <A>(trx: HostTransaction, run: () => Promise<A>): Promise<A> => {
  const turn = (turns.get(trx) ?? Promise.resolve()).then(run, run)
  turns.set(trx, turn)
  return turn
}
