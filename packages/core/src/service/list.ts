import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Occurrence } from '../occurrence/index.js'
import { PUBLIC_AUDIENCE } from '../occurrence/index.js'
import type { EventQueries } from '../ports/index.js'
import type {
  AsOf,
  Cursor,
  Filter,
  OrderedSource,
  PageStart,
  SortKey,
  TokenKey,
  Viewer,
} from '../query/index.js'
import {
  agrees,
  compareIn,
  mergeOrdered,
  readCursor,
  reversed,
  writeCursor,
} from '../query/index.js'
import { defaultFilter } from './default-filter.js'
import type { ReadFailure, SeriesFailure } from './failure.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'
import { seriesSource } from './series.js'
import type { Row, Slice } from './singles.js'
import { allDaySingles, timedSingles } from './singles.js'

/**
 * A page of a viewer's occurrences.
 *
 * With a `cursor` the filter may be left out, and what is sent must be the same; the size may change.
 * `limit` is 1 or more rows; bounding it is the facade's.
 */
export interface ListRequest {
  readonly viewer: Viewer
  readonly filter?: Partial<Filter>
  readonly cursor?: string
  readonly limit: number
  readonly asOf?: AsOf
}

/**
 * One page, in order. `next` and `previous` point at the first row of theirs and are null where there
 * is none. All pages reached from one first page show the log as of `position`.
 */
export interface Page {
  readonly items: readonly Occurrence[]
  readonly next: string | null
  readonly previous: string | null
  readonly position: number
}

/** Lists a page of occurrences. Its cost follows the page, not the calendar. */
export const list =
  (parts: Parts) =>
  (request: ListRequest): TE.TaskEither<ReadFailure, Page> =>
    pipe(
      TE.Do,
      TE.bind('listing', () => listingOf(parts, request)),
      TE.bindW('found', ({ listing }) => cut(parts, request, listing)),
      TE.map(({ listing, found }) => pageOf(parts, request, { listing, found })),
    )

const pageOf = (
  parts: Parts,
  request: ListRequest,
  { listing, found }: { readonly listing: Listing; readonly found: Cut },
): Page => {
  const { rows, next, previous } = found
  const cursorTo = (start: PageStart) => writeCursor(keyOf(parts, request), { ...listing, start })
  const count = request.limit
  return {
    items: rows,
    next: next === null ? null : cursorTo({ type: 'From', key: next }),
    previous: previous === null ? null : cursorTo({ type: 'Before', key: previous, count }),
    position: listing.position,
  }
}

const keyOf = ({ secret }: Parts, { viewer }: ListRequest): TokenKey => ({ secret, viewer })

type Listing = Omit<Cursor, 'start'> & { readonly start: PageStart | null }

const listingOf = (parts: Parts, request: ListRequest): TE.TaskEither<ReadFailure, Listing> => {
  if (request.cursor === undefined) return firstPage(parts, request)
  return pipe(
    TE.fromEither(readCursor(keyOf(parts, request), request.cursor)),
    TE.mapLeft((failure): ReadFailure => failure),
    TE.filterOrElse(
      (cursor) => agrees(request.filter ?? {}, cursor.filter),
      (): ReadFailure => ({ type: 'InvalidCursor' }),
    ),
    TE.filterOrElse(
      (cursor) => parts.clock.now() - cursor.issuedAt <= parts.retentionMs,
      (): ReadFailure => ({ type: 'CursorExpired' }),
    ),
    TE.chain((cursor) => stillReadable(parts, request, cursor)),
  )
}

const firstPage = (parts: Parts, request: ListRequest): TE.TaskEither<ReadFailure, Listing> =>
  pipe(
    snapshot(parts, request.viewer.tenantId, request.asOf),
    TE.map((position) => ({
      kind: 'list',
      filter: { ...defaultFilter, ...request.filter },
      position,
      issuedAt: parts.clock.now(),
      start: null,
    })),
  )

const stillReadable = (
  parts: Parts,
  { viewer, asOf }: ListRequest,
  cursor: Cursor,
): TE.TaskEither<ReadFailure, Listing> =>
  pipe(
    snapshot(parts, viewer.tenantId, { type: 'Position', position: cursor.position }),
    TE.mapLeft((failure): ReadFailure =>
      failure.type === 'SnapshotExpired' ? { type: 'CursorExpired' } : failure,
    ),
    TE.chain(() =>
      asOf === undefined ? TE.right(cursor.position) : snapshot(parts, viewer.tenantId, asOf),
    ),
    TE.chain((position) =>
      position === cursor.position
        ? TE.right(cursor)
        : TE.left<ReadFailure>({ type: 'InvalidCursor' }),
    ),
  )

/** A page's rows, and the keys that the cursors of its neighbours carry. */
interface Cut {
  readonly rows: readonly Row[]
  readonly next: SortKey | null
  readonly previous: SortKey | null
}

const cut = (
  parts: Parts,
  request: ListRequest,
  listing: Listing,
): TE.TaskEither<SeriesFailure, Cut> => {
  const { start } = listing
  const slice = { ...listing, viewer: request.viewer, direction: listing.filter.direction }
  return start?.type === 'Before'
    ? cutBefore(parts, { ...slice, limit: request.limit, before: start })
    : cutFrom(parts, { ...slice, limit: request.limit, from: start === null ? null : start.key })
}

type Cutting = Omit<Slice, 'from' | 'count'> & { readonly limit: number }

const cutFrom = (
  parts: Parts,
  { limit, from, ...slice }: Cutting & { readonly from: SortKey | null },
): TE.TaskEither<SeriesFailure, Cut> =>
  pipe(
    TE.Do,
    TE.apS('found', read(parts, { ...slice, from, count: limit + 1 })),
    TE.apS('earlier', from === null ? TE.right([]) : rowsBefore(parts, { ...slice, from }, 1)),
    TE.map(({ found, earlier }) => ({
      rows: found.slice(0, limit),
      next: found[limit]?.key ?? null,
      previous: earlier.length === 0 ? null : (found[0]?.key ?? null),
    })),
  )

const cutBefore = (
  parts: Parts,
  {
    limit,
    before,
    ...slice
  }: Cutting & { readonly before: Extract<PageStart, { type: 'Before' }> },
): TE.TaskEither<SeriesFailure, Cut> =>
  pipe(
    rowsBefore(parts, { ...slice, from: before.key }, before.count + 1),
    TE.map((found) => {
      const page = found.slice(0, before.count).toReversed()
      const rows = page.slice(0, limit)
      return {
        rows,
        next: page[limit]?.key ?? before.key,
        previous: found.length > before.count ? (rows[0]?.key ?? null) : null,
      }
    }),
  )

/** At most `count` rows before `from`, nearest first. */
const rowsBefore = (
  parts: Parts,
  slice: Omit<Slice, 'count' | 'from'> & { readonly from: SortKey },
  count: number,
): TE.TaskEither<SeriesFailure, readonly Row[]> =>
  pipe(
    read(parts, { ...slice, direction: reversed(slice.direction), count: count + 1 }),
    TE.map((rows) => {
      const compare = compareIn(slice.direction)
      return rows.filter(({ key }) => compare(key, slice.from) < 0).slice(0, count)
    }),
  )

/** The rows of every source, merged in the slice's direction. */
export const read = (
  { store }: Parts,
  slice: Slice,
): TE.TaskEither<SeriesFailure, readonly Row[]> =>
  mergeOrdered<SeriesFailure, Row>(
    slice.direction,
    slice.count,
  )([...sourcesOf(store, slice), ...publicSources(store, slice)])

const sourcesOf = (store: EventQueries, slice: Slice): readonly Source[] => [
  timedSingles(store, slice),
  allDaySingles(store, slice),
  seriesSource(store, slice),
]

type Source = OrderedSource<SeriesFailure, Row>

/** Public events. Those in which the viewer participates are in the other sources too, which come first. */
const publicSources = (store: EventQueries, slice: Slice): readonly Source[] => {
  const { filter, viewer } = slice
  if (filter.audience !== 'Visible' || filter.answers !== null) return []
  const everyones = { ...slice, viewer: { ...viewer, userId: PUBLIC_AUDIENCE } }
  return sourcesOf(store, everyones).map(
    (pull) => () => TE.map((rows: readonly Row[]) => rows.map(unanswered))(pull()),
  )
}

const unanswered = (row: Row): Row => ({ ...row, status: null })
