import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventQueries, StoreFailure } from '../ports/index.js'
import { compareIn } from '../query/index.js'
import { closeWindow } from '../time/index.js'
import type { SeriesFailure } from './failure.js'
import { updatedAfterOf, updatedFromOf } from './tenant-filter.js'
import { tenantSeriesRows } from './tenant-series.js'
import type { TenantPlace, TenantSlice } from './tenant-slice.js'
import { placeAt } from './tenant-slice.js'

/** The rows of a slice: single events from the store's index, occurrences of series, merged. */
export const tenantPlaces = (
  store: EventQueries,
  slice: TenantSlice,
): TE.TaskEither<SeriesFailure, readonly TenantPlace[]> => {
  const compare = compareIn(slice.direction)
  return slice.calendars?.length === 0
    ? TE.right([])
    : pipe(
        TE.Do,
        TE.apS('singles', singles(store, slice)),
        TE.apSW('occurrences', tenantSeriesRows(store, slice)),
        TE.map(({ singles: once, occurrences }) =>
          [...once, ...occurrences].sort((a, b) => compare(a.key, b.key)).slice(0, slice.count),
        ),
      )
}

const singles = (
  store: EventQueries,
  { viewer, position, filter, calendars, order, direction, after, count }: TenantSlice,
): TE.TaskEither<StoreFailure, readonly TenantPlace[]> =>
  filter.recurrenceId !== undefined
    ? TE.right([])
    : pipe(
        store.tenantSingles({
          tenantId: viewer.tenantId,
          position,
          filter: {
            uid: filter.uid ?? null,
            calendarId: calendars?.[0] ?? null,
            window: closeWindow(filter.window ?? {}),
            ...updatedAfterOf(filter),
          },
          updatedFrom: updatedFromOf(filter),
          order,
          direction,
          after: after === null ? null : { value: after.start, uid: after.uid },
          limit: count,
        }),
        TE.map((keys) => keys.map((key) => placeAt(key, order, null))),
      )
