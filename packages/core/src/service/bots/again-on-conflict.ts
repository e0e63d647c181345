import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'

const TRIES = 30

/** Reads, decides and appends again as long as a stream has another version under its lock than it was read with. */
export const againOnConflict = <E extends { readonly type: string }, A>(
  run: () => TE.TaskEither<E, A>,
  triesLeft: number = TRIES,
): TE.TaskEither<E, A> =>
  pipe(
    run(),
    TE.orElse((failure) =>
      failure.type === 'VersionConflict' && triesLeft > 0
        ? againOnConflict(run, triesLeft - 1)
        : TE.left(failure),
    ),
  )
