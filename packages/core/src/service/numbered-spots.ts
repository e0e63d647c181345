import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { ListedSeries } from '../occurrence/index.js'
import type { EventQueries } from '../ports/index.js'
import { compareIn } from '../query/index.js'
import type { SeriesFailure } from './failure.js'
import { countOccurrences, occurrenceSpots } from './numbered-occurrences.js'
import { seriesSpots } from './numbered-series.js'
import { allDaySpots, countSingles, timedSpots } from './numbered-singles.js'
import type { NumberedSlice, Spot } from './numbered-slice.js'

/** The page's spots, and one more if there is one. */
export interface FoundSpots {
  readonly spots: readonly Spot[]
  readonly total: number | null
}

/**
 * Finds a page's spots among single events and the rows of series.
 *
 * Timed single events are the many: whatever the `m` other rows are, all but `m` of the rows before the page are such
 * events, so the store skips that many unseen.
 */
export const spotsFrom = (
  store: EventQueries,
  slice: NumberedSlice,
  series: readonly ListedSeries[],
): TE.TaskEither<SeriesFailure, FoundSpots> =>
  pipe(
    TE.Do,
    TE.apS('repeated', TE.fromEither(spotsOfSeries(series, slice))),
    TE.apSW('allDay', allDaySpots(store, slice, slice.offset + slice.limit + 1)),
    TE.bindW('spots', ({ repeated, allDay }) => merged(store, slice, [...repeated, ...allDay])),
    TE.bindW('total', ({ repeated }) => totalOf(store, slice, { series, repeated })),
    TE.map(({ spots, total }) => ({ spots, total })),
  )

const spotsOfSeries = (series: readonly ListedSeries[], slice: NumberedSlice) =>
  slice.rows === 'Series' ? seriesSpots(series, slice) : occurrenceSpots(series, slice)

const merged = (store: EventQueries, slice: NumberedSlice, others: readonly Spot[]) => {
  const compare = compareIn(slice.direction)
  const skipped = Math.max(0, slice.offset - others.length)
  const before = slice.offset - skipped
  const limit = before + slice.limit + 1
  return pipe(
    timedSpots(store, slice, { offset: skipped, limit }),
    TE.map((timed) =>
      [...timed, ...others].sort((a, b) => compare(a.key, b.key)).slice(before, limit),
    ),
  )
}

const totalOf = (
  store: EventQueries,
  slice: NumberedSlice,
  {
    series,
    repeated,
  }: { readonly series: readonly ListedSeries[]; readonly repeated: readonly Spot[] },
): TE.TaskEither<SeriesFailure, number | null> => {
  if (slice.counting === 'Uncounted') return TE.right(null)
  const ofSeries =
    slice.rows === 'Series' ? E.right(repeated.length) : countOccurrences(series, slice)
  return pipe(
    TE.Do,
    TE.apS('ofSeries', TE.fromEither(ofSeries)),
    TE.apSW('singles', countSingles(store, slice)),
    TE.map((counts) => counts.ofSeries + counts.singles),
  )
}
