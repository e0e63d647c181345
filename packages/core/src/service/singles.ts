import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Occurrence } from '../occurrence/index.js'
import type { EventQueries, SingleRow, SinglesQuery, StoreFailure } from '../ports/index.js'
import type { Direction, Filter, OrderedSource, SortKey, Viewer } from '../query/index.js'
import { compareIn } from '../query/index.js'
import type { ClosedWindow, Instant, Zone } from '../time/index.js'
import {
  closeWindow,
  dayStartOf,
  firstDateFrom,
  holds,
  lastDateTo,
  MAX_INSTANT,
  zoneOf,
} from '../time/index.js'

/** An occurrence with its place in the order. */
export type Row = Occurrence & { readonly key: SortKey }

/** Part of a listing: `count` rows in `direction`, from the key `from` on, `from` included. */
export interface Slice {
  readonly viewer: Viewer
  readonly filter: Filter
  readonly position: number
  readonly direction: Direction
  readonly from: SortKey | null
  readonly count: number
}

type Rows = TE.TaskEither<StoreFailure, readonly Row[]>

/** The viewer's timed single events, as a source that yields at most `count` rows. */
export const timedSingles = (store: EventQueries, slice: Slice): OrderedSource<StoreFailure, Row> =>
  once(
    pipe(
      store.singles(
        queryOf(slice, {
          time: 'Timed',
          window: closeWindow(slice.filter.window),
          from: slice.from,
        }),
      ),
      TE.map((rows) => rows.map(timedRow)),
    ),
  )

/**
 * The viewer's all-day single events, compared and sorted by midnights in the filter's zone, as a
 * source that yields at least `count` rows when there are so many.
 */
export const allDaySingles = (
  store: EventQueries,
  slice: Slice,
): OrderedSource<StoreFailure, Row> => {
  const zone = zoneOf(slice.filter.timeZone)
  const window = inDates(zone, closeWindow(slice.filter.window))
  const from = slice.from === null ? null : fromInDates(zone, slice.from, slice.direction)
  return once(readDays(store, queryOf(slice, { time: 'AllDay', window, from }), slice))
}

const once = (rows: Rows): OrderedSource<StoreFailure, Row> => {
  let asked = false
  return () => {
    if (asked) return TE.right([])
    asked = true
    return rows
  }
}

const queryOf = (
  { viewer, filter, position, direction, count }: Slice,
  part: Pick<SinglesQuery, 'time' | 'window' | 'from'>,
): SinglesQuery => ({
  ...viewer,
  position,
  listing: filter.listing,
  answers: filter.answers,
  direction,
  limit: count,
  ...part,
})

const timedRow = (row: SingleRow): Row => placed(row, row)

const allDayRow =
  (zone: Zone) =>
  (row: SingleRow): Row =>
    placed(row, { start: dayStartOf(zone, row.start), end: dayStartOf(zone, row.end) })

const placed = (
  { uid, status, event }: SingleRow,
  { start, end }: { readonly start: Instant; readonly end: Instant },
): Row => ({
  uid,
  recurrenceId: null,
  seriesTime: null,
  start,
  end,
  status,
  event,
  key: { start, uid, recurrenceId: '' },
})

const inDates = (zone: Zone, window: ClosedWindow): ClosedWindow => ({
  startFrom: firstDateFrom(zone, window.startFrom),
  startTo: lastDateTo(zone, window.startTo),
  endFrom: endFromInDates(zone, window),
  endTo: lastDateTo(zone, window.endTo),
  points: window.points > MAX_INSTANT ? window.points : firstDateFrom(zone, window.points),
})

/** A day that the zone skipped has no length, so it may be in a window that begins where it ends. */
const endFromInDates = (zone: Zone, { endFrom, points }: ClosedWindow): number =>
  points <= MAX_INSTANT && datesBegin(zone, points) === 'Together'
    ? lastDateTo(zone, points)
    : firstDateFrom(zone, endFrom)

/** How many dates begin at `instant` in `zone`: two where the zone skipped a day. */
const datesBegin = (zone: Zone, instant: Instant): 'Never' | 'Alone' | 'Together' => {
  const [first, last] = [firstDateFrom(zone, instant), lastDateTo(zone, instant)]
  return first > last ? 'Never' : first === last ? 'Alone' : 'Together'
}

/**
 * Where to go on reading dates. A date that the zone skipped begins together with the next one, so
 * both are read from their first event, and what stands before the key is dropped afterwards.
 */
const fromInDates = (zone: Zone, { start, uid }: SortKey, direction: Direction) => {
  const ascending = direction === 'Ascending'
  const date = ascending ? firstDateFrom(zone, start) : lastDateTo(zone, start)
  const alone = datesBegin(zone, start) === 'Alone'
  return { start: date, uid: alone ? uid : ascending ? '' : AFTER_EVERY_UID }
}

/** Uids are ASCII. */
const AFTER_EVERY_UID = '\u{10ffff}'

/**
 * Reads until there are `count` rows and they do not end in the middle of two dates that begin
 * together, or until there are no more.
 */
const readDays = (store: EventQueries, query: SinglesQuery, slice: Slice): Rows => {
  const zone = zoneOf(slice.filter.timeZone)
  return pipe(
    store.singles(query),
    TE.chain((found) => {
      const rows = ordered(found.map(allDayRow(zone)), slice)
      const last = found.at(-1)
      const midway =
        last !== undefined && datesBegin(zone, dayStartOf(zone, last.start)) === 'Together'
      return found.length < query.limit || (rows.length >= slice.count && !midway)
        ? TE.right(rows)
        : readDays(store, { ...query, limit: query.limit * 2 }, slice)
    }),
  )
}

/** Those that are in the window, read as instants, and not before where the slice begins. */
const ordered = (rows: readonly Row[], { filter, direction, from }: Slice): readonly Row[] => {
  const compare = compareIn(direction)
  const window = closeWindow(filter.window)
  return rows
    .filter(({ start, end }) => holds(window, start, end))
    .filter(({ key }) => from === null || compare(key, from) >= 0)
    .toSorted((a, b) => compare(a.key, b.key))
}
