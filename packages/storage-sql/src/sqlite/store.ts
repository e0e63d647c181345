import type {
  Append,
  AppendFailure,
  Appended,
  Checkpoints,
  Clock,
  EventQueries,
  EventStore,
  Outbox,
  StoreFailure,
  TenantId,
} from '@kalends/core'
import type { Database as Connection } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { runSyncOn } from '../sql/connection.js'
import { perform } from '../sql/driver-failure.js'
import type { Steps } from '../sql/steps.js'
import type { HostTransaction } from '../sql/transaction.js'
import { appendSteps } from '../steps/append.js'
import { advanceCheckpoint, checkpoint } from '../steps/checkpoints.js'
import type { Learned, Memory } from '../steps/memory.js'
import {
  claimMessages,
  deadMessages,
  nextDueMessage,
  reviveMessage,
  settleMessage,
} from '../steps/outbox.js'
import { reads } from '../steps/port.js'
import { endReadsBefore, pruneChunk } from '../steps/prune.js'
import { rebuild } from '../steps/rebuild.js'
import { listenersOf } from './listeners.js'
import { readerOn } from './reader.js'
import { rememberedSeries } from './remembered-series.js'
import { remembered } from './remembered.js'
import { savepointOn } from './savepoint.js'
import type { Difference } from './verify.js'
import { verify } from './verify.js'
import type { Within } from './within.js'
import { within } from './within.js'
import type { Writer, Written } from './writer.js'
import { writerOn } from './writer.js'

/** All that a calendar asks of a store, and what its keeper needs. */
export interface SqliteStore extends EventStore, EventQueries, Outbox, Checkpoints {
  /**
   * The store inside a kysely transaction of the host's, on this file.
   *
   * Until it ends use only what this returns: the store itself waits for it.
   */
  readonly within: (trx: HostTransaction) => Within
  /** Folds the log anew into all tables that follow from it, in one transaction. */
  readonly rebuild: TE.TaskEither<StoreFailure, void>
  /** Where those tables differ from a fold of the log. Blocks writes while it compares, and changes nothing. */
  readonly verify: TE.TaskEither<StoreFailure, readonly Difference[]>
  /** Ends what was begun, then closes. */
  readonly close: () => Promise<void>
}

/** What a store is made of. */
export interface StoreParts {
  readonly connection: Connection
  readonly clock: Clock
  readonly snapshotEvery: number
  readonly memoryBytes: number
  readonly busyTimeoutMs: number
  readonly close: () => void
}

/** A store on a migrated database. */
export const storeOn = (parts: StoreParts): SqliteStore => {
  const { connection, clock, snapshotEvery, busyTimeoutMs } = parts
  const run = runSyncOn(connection)
  const memory = remembered(parts.memoryBytes)
  const known = rememberedSeries(parts.memoryBytes)
  const writer = writerOn({
    connection,
    run,
    savepoint: savepointOn(connection),
    memory,
    busyTimeoutMs,
  })
  const read = readerOn({ connection, run, busyTimeoutMs })
  const listeners = listenersOf()

  const append = <R>(asked: Append<R>): TE.TaskEither<AppendFailure<R>, Appended> =>
    writer.write(function* (inside: Memory): Steps<AppendFailure<R>, Written<Appended>> {
      const { appended, learned } = yield* appendSteps(
        { clock, snapshotEvery, memory: inside },
        asked,
      )
      const isNew = !appended.replayed && appended.events.length > 0
      const committed = () => {
        if (isNew) listeners.tell(asked.tenantId, appended.position)
      }
      return { value: appended, learned, committed }
    })

  return {
    ...reads(read, memory, known),
    append,
    onAppended: listeners.add,
    prune: pruning(writer),
    claim: (claim) => writer.write(() => plain(claimMessages(claim))),
    settle: (message, token, outcome) =>
      writer.write(() => plain(settleMessage(message, token, outcome))),
    nextDue: read(() => nextDueMessage('All')),
    nextDueTo: (audience) => read(() => nextDueMessage(audience)),
    dead: (request) => read(() => deadMessages(request)),
    revive: (revival) => writer.write(() => plain(reviveMessage(revival))),
    position: (consumer, tenantId) => read(() => checkpoint({ consumer, tenantId })),
    advance: (consumer, tenantId, position) =>
      writer.write(() => plain(advanceCheckpoint({ consumer, tenantId }, position))),
    within: (trx) => within({ clock, snapshotEvery, memory }, trx, listeners.add),
    rebuild: writer.write(function* () {
      yield* rebuild()
      // Row versions come out as they were, unless the rules of zones, or this package, are others now.
      return { value: undefined, learned: NOTHING, committed: known.forget }
    }),
    verify: writer.alone(() => verify(connection, run)),
    close: async () => {
      await writer.idle()
      perform(parts.close)
    },
  }
}

const NOTHING: Learned = { folded: [], lanes: [] }

function* plain<F, A>(steps: Steps<F, A>): Steps<F, Written<A>> {
  return { value: yield* steps, learned: NOTHING, committed: () => undefined }
}

/** Ends reads first, then deletes chunk by chunk, other writes in between. */
const pruning =
  (writer: Writer) =>
  (tenantId: TenantId, position: number): TE.TaskEither<StoreFailure, void> =>
  async () => {
    const ended = await writer.write(() => plain(endReadsBefore({ tenantId, position })))()
    if (E.isLeft(ended)) return ended
    for (;;) {
      const chunk = await writer.write(() => plain(pruneChunk(ended.right)))()
      if (E.isLeft(chunk)) return chunk
      if (chunk.right === 'Done') return E.right(undefined)
    }
  }
