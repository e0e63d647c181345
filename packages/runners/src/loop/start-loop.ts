import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { newAlarm } from './alarm.js'
import type { Backoff } from './backoff.js'
import { backoffMs } from './backoff.js'
import type { Runner } from './runner.js'

/** What one step of a loop came to. */
export interface Rest {
  /** After how long to take the next step, unless woken; 0 for at once. */
  readonly restMs: number
  /** Whether nothing that is due is left, nor in flight. */
  readonly idle: boolean
}

/** A loop: the step it takes again and again, and what it does about failures. */
export interface Loop<F> {
  readonly step: TE.TaskEither<F, Rest>
  /** Called once; what it is given wakes the loop. Returns its undoing. */
  readonly subscribe: (wake: () => void) => () => void
  /** The longest rest: how late another process's work may be found. */
  readonly pollMs: number
  readonly backoff: Backoff
  readonly onError: (failure: F) => void
  /** What a step that throws has failed with. */
  readonly thrown: (cause: unknown) => F
  /** Waits for what the steps left in flight. */
  readonly finish: () => Promise<void>
}

/**
 * Takes a step now, after each rest, and whenever it is woken, until it is stopped.
 *
 * A failed step is taken again after a backoff, which only `wake` and `stop` of the runner cut short.
 */
export const startLoop = <F>(loop: Loop<F>): Runner => {
  const work = newAlarm()
  const retry = newAlarm()
  const idlers = new Set<() => void>()
  let stopping = false

  const run = async () => {
    let failures = 0
    while (!isStopping()) {
      const taken = await take(loop)
      if (E.isLeft(taken)) {
        failures += 1
        loop.onError(taken.left)
        if (!isStopping()) await retry.sleep(backoffMs(loop.backoff, failures))
        continue
      }
      failures = 0
      if (taken.right.idle && !work.rung()) release(idlers)
      if (!isStopping()) await work.sleep(Math.min(taken.right.restMs, loop.pollMs))
    }
    await loop.finish()
    release(idlers)
  }
  const isStopping = () => stopping
  const wake = () => {
    work.ring()
    retry.ring()
  }
  const unsubscribe = loop.subscribe(work.ring)
  const ended = run()

  return {
    wake,
    idle: () =>
      stopping
        ? ended
        : new Promise((resolve) => {
            idlers.add(resolve)
            work.ring()
          }),
    stop: () => {
      stopping = true
      unsubscribe()
      wake()
      return ended
    },
  }
}

const take = async <F>({ step, thrown }: Loop<F>): Promise<E.Either<F, Rest>> => {
  try {
    return await step()
  } catch (cause) {
    return E.left(thrown(cause))
  }
}

const release = (idlers: Set<() => void>): void => {
  const waiting = [...idlers]
  idlers.clear()
  for (const resolve of waiting) resolve()
}
