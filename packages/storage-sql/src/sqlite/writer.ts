import type { StoreFailure } from '@kalends/core'
import type { Database as Connection } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { RunSync } from '../sql/connection.js'
import { attempt, perform } from '../sql/driver-failure.js'
import type { Steps } from '../sql/steps.js'
import type { Learned, Memory } from '../steps/memory.js'
import type { Remembered } from './remembered.js'
import { overlay } from './remembered.js'
import type { Savepoint } from './savepoint.js'

/** What a write yields, what became known by it, and what to do once it is on disk. */
export interface Written<A> {
  readonly value: A
  readonly learned: Learned
  readonly committed: () => void
}

/** Queues writes, and commits those that wait together. */
export interface Writer {
  readonly write: <F, A>(
    steps: (memory: Memory) => Steps<F, Written<A>>,
  ) => TE.TaskEither<F | StoreFailure, A>
  /** Begins a transaction, which `use` must end. */
  readonly alone: <A>(use: () => E.Either<StoreFailure, A>) => TE.TaskEither<StoreFailure, A>
  /** Resolves when nothing waits. */
  readonly idle: () => Promise<void>
}

/** What a writer works with. */
export interface WriterParts {
  readonly connection: Connection
  readonly run: RunSync
  readonly savepoint: Savepoint
  readonly memory: Remembered
  /** How long to wait for another writer to let go of the database. */
  readonly busyTimeoutMs: number
}

interface Job {
  /** Runs inside the open transaction. Null when its writes must be undone. */
  readonly run: (memory: Memory) => Learned | null
  /** After the commit. */
  readonly settle: () => void
  /** Instead of `settle`, when there was none. */
  readonly fail: (failure: StoreFailure) => void
  readonly announce: () => void
}

const MOST_JOBS = 500
const MOST_MS = 20
const RETRY_MS = 2

/**
 * Group commit: one transaction for all writes that wait, one savepoint for each, so that what fails leaves
 * its neighbours alone. Nothing is answered, and nothing remembered, before the commit is on disk.
 *
 * Does not block while another connection holds the write lock, which may be a host's transaction in this
 * very process: it tries again later, until `busyTimeoutMs` have passed.
 */
export const writerOn = (parts: WriterParts): Writer => {
  const queue: Job[] = []
  let turn: Promise<void> | null = null

  const work = async () => {
    while (queue.length > 0) {
      // Whoever was answered in this turn of the event loop, and asks again, is in the next commit.
      await new Promise((resolve) => setImmediate(resolve))
      const taken = await begunBy(parts, () => E.right(commitJobs(parts, queue)))
      const done = queue.splice(0, E.isRight(taken) ? taken.right : queue.length)
      if (E.isLeft(taken)) for (const job of done) job.fail(taken.left)
    }
    turn = null
  }
  return {
    write: (steps) => () =>
      new Promise((resolve) => {
        queue.push(jobOf(parts.run, steps, resolve))
        turn ??= work()
      }),
    alone: (use) => () => begunBy(parts, use),
    idle: () => turn ?? Promise.resolve(),
  }
}

const jobOf = <F, A>(
  run: RunSync,
  steps: (memory: Memory) => Steps<F, Written<A>>,
  resolve: (result: E.Either<F | StoreFailure, A>) => void,
): Job => {
  let result: E.Either<F | StoreFailure, Written<A>> | null = null
  return {
    run: (memory) => {
      result = attempt(() => run(steps(memory)))
      return E.isRight(result) ? result.right.learned : null
    },
    settle: () => {
      if (result !== null) resolve(E.isRight(result) ? E.right(result.right.value) : result)
    },
    fail: (failure) => {
      resolve(E.left(failure))
    },
    announce: () => {
      if (result !== null && E.isRight(result)) result.right.committed()
    },
  }
}

/** Begins a transaction as soon as no other is open, and uses it before anybody else has a turn. */
const begunBy = async <A>(
  { connection, busyTimeoutMs }: WriterParts,
  use: () => E.Either<StoreFailure, A>,
): Promise<E.Either<StoreFailure, A>> => {
  const deadline = performance.now() + busyTimeoutMs
  for (;;) {
    const begun = begin(connection)
    if (E.isRight(begun)) return use()
    if (!isBusy(begun.left) || performance.now() > deadline) return begun
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}

const begin = (connection: Connection): E.Either<StoreFailure, void> =>
  connection.inTransaction
    ? E.left({ type: 'StoreFailure', reason: 'SQLITE_BUSY: a transaction of the host is open' })
    : perform(() => connection.exec('begin immediate'))

const isBusy = ({ reason }: StoreFailure): boolean => reason.startsWith('SQLITE_BUSY')

/** Runs and commits the first of `queue`, and answers them. Returns how many those were. */
const commitJobs = (parts: WriterParts, queue: readonly Job[]): number => {
  const { connection, memory } = parts
  const inside = overlay(memory)
  const learned: Learned[] = []
  const until = performance.now() + MOST_MS
  let taken = 0
  const committed = perform(() => {
    for (const job of queue) {
      if (taken === MOST_JOBS || performance.now() > until) break
      taken += 1
      const result = inSavepoint(parts, job, inside)
      if (result !== null) learned.push(result)
    }
    connection.exec('commit')
  })
  const jobs = queue.slice(0, taken)
  if (E.isLeft(committed)) {
    undo(connection)
    memory.forget()
    for (const job of jobs) job.fail(committed.left)
    return taken
  }
  for (const each of learned) memory.learn(each)
  for (const job of jobs) job.settle()
  for (const job of jobs) job.announce()
  return taken
}

const inSavepoint = (
  { connection, savepoint }: WriterParts,
  job: Job,
  memory: ReturnType<typeof overlay>,
): Learned | null => {
  savepoint.begin()
  const learned = job.run(memory)
  // A full disk, or a broken page, ends the whole transaction by itself.
  if (!connection.inTransaction) throw new Error('the transaction was lost')
  if (learned === null) savepoint.undo()
  else memory.learn(learned)
  savepoint.end()
  return learned
}

const undo = (connection: Connection): void => {
  if (connection.inTransaction) perform(() => connection.exec('rollback'))
}
