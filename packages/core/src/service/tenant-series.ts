import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventQueries, TenantSeriesRow } from '../ports/index.js'
import type { OrderedSource } from '../query/index.js'
import { compareIn, mergeOrdered } from '../query/index.js'
import type { SeriesFailure } from './failure.js'
import { updatedAfterOf } from './tenant-filter.js'
import { walkOccurrences } from './tenant-occurrences.js'
import type { TenantPlace, TenantSlice } from './tenant-slice.js'

type Source = OrderedSource<SeriesFailure, TenantPlace>
type Places = TE.TaskEither<SeriesFailure, readonly TenantPlace[]>

/**
 * The occurrences of a tenant's series, as a source that yields at most the slice's count.
 *
 * By start they are walked to one at a time. No other order is that of the rule, so for those all of the window are made and
 * sorted; `MOST_SORTED` bounds them.
 */
export const tenantSeriesRows = (store: EventQueries, slice: TenantSlice): Places => {
  const { viewer, position, filter, calendars, occurrences } = slice
  return pipe(
    store.tenantSeries({
      tenantId: viewer.tenantId,
      position,
      filter: {
        uid: filter.uid ?? null,
        calendarId: calendars?.[0] ?? null,
        window: occurrences,
        ...updatedAfterOf(filter),
      },
    }),
    TE.chainW((series) =>
      slice.order === 'StartTime' ? merged(series, slice) : sorted(series, slice),
    ),
  )
}

const merged = (series: readonly TenantSeriesRow[], slice: TenantSlice): Places =>
  mergeOrdered<SeriesFailure, TenantPlace>(
    slice.direction,
    slice.count,
  )(series.map((each) => walked(each, fromStart(slice))))

/** What starts before the first row, or behind it going back, is not walked through. */
const fromStart = (slice: TenantSlice): TenantSlice => {
  const { after, occurrences, direction } = slice
  if (after === null) return slice
  const narrowed =
    direction === 'Ascending'
      ? { startFrom: Math.max(occurrences.startFrom, after.start) }
      : { startTo: Math.min(occurrences.startTo, after.start) }
  return { ...slice, occurrences: { ...occurrences, ...narrowed } }
}

/** One occurrence at a time. */
const walked = (series: TenantSeriesRow, slice: TenantSlice): Source => {
  const walker = walkOccurrences(series, slice)
  return () => {
    for (;;) {
      const place = walker()
      if (place === 'TooCostly') return tooCostly(series)
      if (place === null) return TE.right([])
      if (isAfter(place, slice)) return TE.right([place])
    }
  }
}

/** How many occurrences may be sorted for one page. */
const MOST_SORTED = 100_000

const sorted = (all: readonly TenantSeriesRow[], slice: TenantSlice): Places => {
  const places: TenantPlace[] = []
  let made = 0
  for (const series of all) {
    const walker = walkOccurrences(series, slice)
    for (let place = walker(); place !== null; place = walker()) {
      made += 1
      if (place === 'TooCostly' || made > MOST_SORTED) return tooCostly(series)
      if (isAfter(place, slice)) places.push(place)
    }
  }
  const compare = compareIn(slice.direction)
  return TE.right(places.sort((a, b) => compare(a.key, b.key)).slice(0, slice.count))
}

const isAfter = ({ key }: TenantPlace, { after, direction }: TenantSlice): boolean =>
  after === null || compareIn(direction)(key, after) > 0

const tooCostly = ({ key }: TenantSeriesRow): TE.TaskEither<SeriesFailure, never> =>
  TE.left({ type: 'RecurrenceTooCostly', uid: key.uid })
