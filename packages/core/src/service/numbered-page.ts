import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { ListedSeries } from '../occurrence/index.js'
import type { AsOf, Direction, Viewer } from '../query/index.js'
import type { Window, Zone } from '../time/index.js'
import { calendarZone } from './calendar-zone.js'
import type { ReadFailure } from './failure.js'
import type { NumberedRow } from './numbered-row.js'
import { numberedRows } from './numbered-rows.js'
import type { NumberedSlice } from './numbered-slice.js'
import { seriesOf } from './numbered-series.js'
import { spotsFrom } from './numbered-spots.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'

/**
 * A page of all that is in a user's calendar, cancelled or not, by how many rows come before it: for contracts that number
 * their pages.
 *
 * `Series` lists single events, each series once, by its first occurrence in the window, and its changed occurrences;
 * `Occurrences` each occurrence. All-day events stand where the zone of the user's calendar puts them. Bounding `offset`
 * and `limit` is the facade's.
 */
export interface NumberedRequest {
  readonly viewer: Viewer
  readonly window: Omit<Window, 'points'>
  readonly direction: Direction
  readonly rows: 'Series' | 'Occurrences'
  readonly offset: number
  readonly limit: number
  /** Whether all rows are counted. */
  readonly counting: 'Counted' | 'Uncounted'
  readonly asOf?: AsOf
}

/** A page. Pages of different positions of the log may repeat or miss rows; `asOf` one position they do not. */
export interface NumberedPage {
  readonly items: readonly NumberedRow[]
  readonly hasMore: boolean
  /** How many rows there are; null when they were not counted. */
  readonly total: number | null
  readonly position: number
}

/** Reads a page by its number. Single events before it are skipped in the store's index, series by the engine. */
export const numberedPage =
  (parts: Parts) =>
  (request: NumberedRequest): TE.TaskEither<ReadFailure, NumberedPage> =>
    pipe(
      TE.Do,
      TE.apS('position', snapshot(parts, request.viewer.tenantId, request.asOf)),
      TE.apSW('zone', calendarZone(parts, request.viewer)),
      TE.chainW(({ position, zone }) => pageIn(parts, sliceOf(request, position, zone))),
    )

const sliceOf = (request: NumberedRequest, position: number, zone: Zone): NumberedSlice => {
  const { viewer, window, direction, rows, offset, limit, counting } = request
  return { viewer, window, direction, rows, offset, limit, counting, position, zone }
}

const pageIn = (parts: Parts, slice: NumberedSlice): TE.TaskEither<ReadFailure, NumberedPage> =>
  pipe(
    seriesOf(parts.store, slice),
    TE.mapLeft((failure): ReadFailure => failure),
    TE.chain((series) => pageAmong(parts, slice, series)),
  )

const pageAmong = (
  parts: Parts,
  slice: NumberedSlice,
  series: readonly ListedSeries[],
): TE.TaskEither<ReadFailure, NumberedPage> =>
  pipe(
    TE.Do,
    TE.bind('found', () => spotsFrom(parts.store, slice, series)),
    TE.bindW('items', ({ found }) =>
      numberedRows(parts.store, slice, { spots: found.spots.slice(0, slice.limit), series }),
    ),
    TE.map(({ found, items }) => ({
      items,
      hasMore: found.spots.length > slice.limit,
      total: found.total,
      position: slice.position,
    })),
  )
