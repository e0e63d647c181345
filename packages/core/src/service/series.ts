import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { ListedSeries } from '../occurrence/index.js'
import type { EventQueries, StoreFailure } from '../ports/index.js'
import type { OrderedSource } from '../query/index.js'
import type { ClosedWindow } from '../time/index.js'
import { closeWindow } from '../time/index.js'
import type { SeriesFailure } from './failure.js'
import { isUnbounded, occurrencesOf } from './series-occurrences.js'
import { seriesOnce } from './series-once.js'
import type { Row, Slice } from './singles.js'

/**
 * The occurrences of the viewer's series, or the series themselves, as one source.
 *
 * Looks at one occurrence of each series that is alive, and at one more for each row that is handed out. Refuses to go
 * back from the end of time through a series that has none.
 */
export const seriesSource = (
  store: EventQueries,
  slice: Slice,
): OrderedSource<SeriesFailure, Row> => {
  let pull: Pull | null = null
  return () =>
    pull === null
      ? pipe(
          alive(store, slice),
          TE.chain((series) => {
            pull = batches(series, slice)
            return pull()
          }),
        )
      : pull()
}

/** The series that may have an occurrence in the slice. */
const alive = (
  store: EventQueries,
  slice: Slice,
): TE.TaskEither<StoreFailure, readonly ListedSeries[]> => {
  const { viewer, position, filter } = slice
  const read = (listing: 'Active' | 'Cancelled') =>
    store.series({ ...viewer, position, listing, window: reachOf(slice) })
  if (filter.listing === 'Active') return read('Active')
  return pipe(
    TE.Do,
    TE.apS('cancelled', read('Cancelled')),
    TE.apS('active', read('Active')),
    TE.map(({ cancelled, active }) => [
      ...cancelled,
      ...active.filter(({ event }) => event.organizer === viewer.userId),
    ]),
  )
}

/** The window from where the slice begins; series are listed by their own start, wherever they are in it. */
const reachOf = ({ filter, direction, from }: Slice): ClosedWindow => {
  const window = closeWindow(filter.window)
  if (from === null || filter.rows === 'Series') return window
  return direction === 'Ascending'
    ? { ...window, endFrom: Math.max(window.endFrom, from.start) }
    : { ...window, startTo: Math.min(window.startTo, from.start) }
}

type Pull = OrderedSource<SeriesFailure, Row>

const batches = (series: readonly ListedSeries[], slice: Slice): Pull => {
  if (slice.filter.rows === 'Series') return seriesOnce(series, slice)
  return series.some((each) => isUnbounded(each, slice))
    ? () => TE.left({ type: 'UnboundedWindow' })
    : occurrencesOf(series, slice)
}
