import type { StoreFailure } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'

/** Runs what may throw. */
export const attempt = <F, A>(run: () => E.Either<F, A>): E.Either<F | StoreFailure, A> => {
  try {
    return run()
  } catch (thrown) {
    return E.left(storeFailureOf(thrown))
  }
}

/** Does what may throw. */
export const perform = (run: () => void): E.Either<StoreFailure, void> =>
  attempt(() => {
    run()
    return E.right(undefined)
  })

/** Awaits what may throw. */
export const attemptAsync =
  <F, A>(run: () => Promise<E.Either<F, A>>): TE.TaskEither<F | StoreFailure, A> =>
  async () => {
    try {
      return await run()
    } catch (thrown) {
      return E.left(storeFailureOf(thrown))
    }
  }

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name

/** What was thrown, as a failure: the driver's code (`SQLITE_BUSY`, `SQLITE_FULL`) and its words. */
const storeFailureOf = (thrown: unknown): StoreFailure => ({
  type: 'StoreFailure',
  reason: thrown instanceof Error ? `${codeOf(thrown)}: ${thrown.message}` : String(thrown),
})
