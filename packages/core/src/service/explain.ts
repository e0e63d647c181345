import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { RecurrenceId } from '../event/index.js'
import { madeOccurrence } from '../occurrence/index.js'
import type { RecordedOf, StoreFailure } from '../ports/index.js'
import type { ReadFailure } from './failure.js'
import { getOccurrence, type GetOccurrenceRequest } from './get-occurrence.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'
import { type StreamUntil, wholeStream } from './whole-stream.js'

/** Which occurrence, for whom. */
export type ExplainRequest = GetOccurrenceRequest

/** The domain events that made an occurrence what it is, oldest first; those of the series it was split from before. */
export type Explained = readonly RecordedOf<'event'>[]

/**
 * What made one occurrence what it is: what created its series, and every domain event that changed it since, be it
 * on its own or with the series. For the organizer; guests learn `NotOrganizer`, others `NotFound`.
 */
export const explain =
  (parts: Parts) =>
  (request: ExplainRequest): TE.TaskEither<ReadFailure, Explained> => {
    const { viewer, uid, asOf } = request
    const { tenantId } = viewer
    return pipe(
      TE.Do,
      TE.bind('view', () => getOccurrence(parts)(request)),
      TE.filterOrElse(
        ({ view }) => view.series.organizer === viewer.userId,
        (): ReadFailure => ({ type: 'Rejected', rejection: { type: 'NotOrganizer' } }),
      ),
      TE.bind('until', () => snapshot(parts, tenantId, asOf)),
      TE.chainW(({ view: { recurrenceId }, until }) =>
        made(parts, { tenantId, uid, until }, recurrenceId),
      ),
    )
  }

const made = (
  parts: Parts,
  source: StreamUntil,
  id: RecurrenceId,
): TE.TaskEither<StoreFailure, Explained> =>
  pipe(
    wholeStream(parts.store, source),
    TE.chain((recorded) => {
      const happened = recorded.map((each) => each.happened)
      const { indexes, idAtFirst } = madeOccurrence(happened, id)
      const own = indexes.flatMap((index) => recorded[index] ?? [])
      const first = recorded[0]
      if (first?.happened.type !== 'SplitOff') return TE.right(own)
      const before = { ...source, uid: first.happened.splitFrom, until: first.position - 1 }
      return TE.map((earlier: Explained) => [...earlier, ...own])(made(parts, before, idAtFirst))
    }),
  )
