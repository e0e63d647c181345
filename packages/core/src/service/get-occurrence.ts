import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { recurrenceIdAt } from '../event/index.js'
import type { ReadFailure } from './failure.js'
import { get, type GetRequest } from './get.js'
import type { OccurrenceView } from './occurrence-view.js'
import type { Parts } from './parts.js'

/** Which occurrence, for whom: `recurrenceId` as wires write it, `20270308T140000Z` or `20270308`. */
export interface GetOccurrenceRequest extends GetRequest {
  readonly recurrenceId: string
}

/**
 * One occurrence of a series in which the viewer participates, also one that was cancelled; `NotFound` for every
 * other.
 */
export const getOccurrence =
  (parts: Parts) =>
  ({
    recurrenceId,
    ...request
  }: GetOccurrenceRequest): TE.TaskEither<ReadFailure, OccurrenceView> =>
    pipe(
      get(parts)(request),
      TE.chain((series) => {
        const id = recurrenceIdAt(series, recurrenceId)
        return id === null
          ? TE.left<ReadFailure>({ type: 'Rejected', rejection: { type: 'NotFound' } })
          : TE.right({ series, recurrenceId: id })
      }),
    )
