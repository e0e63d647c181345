import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Uid } from '../event/index.js'
import { recurrenceIdAt } from '../event/index.js'
import type { AsOf, Viewer } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import { get } from './get.js'
import type { OccurrenceView } from './occurrence-view.js'
import type { Parts } from './parts.js'

/** Which occurrence, for whom: `recurrenceId` as wires write it, `20270308T140000Z` or `20270308`. */
export interface GetOccurrenceRequest {
  readonly viewer: Viewer
  readonly uid: Uid
  readonly recurrenceId: string
  readonly asOf?: AsOf
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
