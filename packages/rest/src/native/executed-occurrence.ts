import type { Executed, OccurrenceView } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../problem/index.js'
import { refused } from '../problem/index.js'

/** The occurrence that a command was about. A retry may come when its series has it no more. */
export const executedOccurrence = ({
  event: series,
  occurrence: recurrenceId,
}: Executed): TE.TaskEither<Failure, OccurrenceView> =>
  recurrenceId === null
    ? TE.left(refused({ code: 'NOT_FOUND' }))
    : TE.right({ series, recurrenceId })
