import type * as TE from 'fp-ts/lib/TaskEither.js'

/** The failures of the service, as an error for those who await instead of matching. */
export class KalendsError<F extends { readonly type: string }> extends Error {
  override readonly name = 'KalendsError'
  /** The same data that the TaskEither carries on its left. */
  readonly failure: F

  constructor(failure: F) {
    super(`kalends: ${JSON.stringify(failure)}`)
    this.failure = failure
  }
}

type Refusable<Q, F, A> = (request: Q) => TE.TaskEither<F, A>

/** The Promise twin of a function: resolves with its right, throws a `KalendsError` of its left. */
export const promised =
  <Q, F extends { readonly type: string }, A>(run: Refusable<Q, F, A>) =>
  async (request: Q): Promise<A> => {
    const result = await run(request)()
    if (result._tag === 'Left') throw new KalendsError(result.left)
    return result.right
  }
