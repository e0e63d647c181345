import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Rejection } from '../event/index.js'
import type { Appended, AppendFailure } from '../ports/index.js'
import type { TrainingRejection } from '../training/index.js'
import type { Refusal } from './training-decisions.js'

/** Why a fact or a registration came to nothing. */
export type TrainingFailure = AppendFailure<Rejection | TrainingRejection>

const TRIES = 20

/** Reads and decides again as long as what was read is another under the lock. */
export const againIfStale = (
  run: TE.TaskEither<AppendFailure<Refusal>, Appended>,
  triesLeft: number = TRIES,
): TE.TaskEither<TrainingFailure, Appended> =>
  pipe(
    run,
    TE.orElse((failure): TE.TaskEither<TrainingFailure, Appended> => {
      if (failure.type !== 'Rejected') return TE.left(failure)
      const { rejection } = failure
      if (rejection.type !== 'Stale') return TE.left({ type: 'Rejected', rejection })
      return triesLeft > 0
        ? againIfStale(run, triesLeft - 1)
        : TE.left({ type: 'StoreFailure', reason: 'what was read kept changing' })
    }),
  )
