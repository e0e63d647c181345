import { createHash } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import type { Occurrence } from '../occurrence/index.js'
import type { AsOf, Filter, SortKey, Viewer } from '../query/index.js'
import { openToken, reversed, sealToken } from '../query/index.js'
import { defaultFilter } from './default-filter.js'
import type { ReadFailure, SeriesFailure } from './failure.js'
import type { Parts } from './parts.js'
import { readKept } from './read-kept.js'
import type { Row } from './singles.js'
import { snapshot } from './snapshot.js'

/** Which end of a listing a slice is cut from, how many rows it has, and beyond which row it lies. */
export type Side =
  | { readonly type: 'First'; readonly count: number; readonly after?: string }
  | { readonly type: 'Last'; readonly count: number; readonly before?: string }

/** Keeps some rows of a listing. Cursors are bound to its `name`. */
export interface Only {
  readonly name: string
  readonly keeps: (occurrence: Occurrence) => boolean
}

/**
 * A slice of a viewer's occurrences by the rows' own cursors.
 *
 * The filter is sent with every slice, and must be the one that the cursor was made with. A count of 0 gives no rows,
 * and tells what lies around. Bounding the count, and the window where `only` keeps few, is the facade's.
 */
export interface SliceRequest {
  readonly viewer: Viewer
  readonly filter?: Partial<Filter>
  readonly only?: Only
  readonly side: Side
  /** How long cursors live, at most the retention, which is the default. */
  readonly cursorAgeMs?: number
  /** For the first slice: a cursor carries its own position. */
  readonly asOf?: AsOf
}

/** A row with the cursor that names it, which is signed when it is read. */
export interface SlicedRow {
  readonly occurrence: Occurrence
  readonly cursor: string
}

/** A slice, in the listing's own order whichever end it was cut from. All that it says is true as of `position`. */
export interface Sliced {
  readonly rows: readonly SlicedRow[]
  readonly hasEarlier: boolean
  readonly hasLater: boolean
  readonly position: number
  /** How many rows the whole listing has. Reads all of them. */
  readonly count: TE.TaskEither<SeriesFailure, number>
}

/**
 * Cuts a slice from either end of a listing, or from beside one of its rows.
 *
 * All slices reached from one first slice by cursors show the log as of its position.
 */
export const slice =
  (parts: Parts) =>
  (request: SliceRequest): TE.TaskEither<ReadFailure, Sliced> =>
    pipe(
      placeOf(parts, request),
      TE.bindTo('place'),
      TE.bindW('rows', ({ place }) => rowsOf(parts, request, place)),
      TE.map((found) => sliced(parts, request, found)),
    )

const EdgeCodec = t.type({
  kind: t.literal('edge'),
  /** Of the listing. */
  fingerprint: t.string,
  position: t.number,
  issuedAt: t.number,
  key: t.type({ start: t.number, uid: t.string, recurrenceId: t.string }),
})
type Edge = t.TypeOf<typeof EdgeCodec>

/** The snapshot that is read, and the row beyond which the slice lies. */
interface Place {
  readonly position: number
  readonly issuedAt: number
  readonly edge: SortKey | null
}

const filterOf = ({ filter }: SliceRequest): Filter => ({ ...defaultFilter, ...filter })

const cursorOf = ({ side }: SliceRequest): string | undefined =>
  side.type === 'First' ? side.after : side.before

const placeOf = (parts: Parts, request: SliceRequest): TE.TaskEither<ReadFailure, Place> => {
  const { viewer, asOf } = request
  const cursor = cursorOf(request)
  if (cursor === undefined) {
    return pipe(
      snapshot(parts, viewer.tenantId, asOf),
      TE.map((position) => ({ position, issuedAt: parts.clock.now(), edge: null })),
    )
  }
  return pipe(
    TE.fromEither(edgeOf(parts, request, cursor)),
    TE.chain((edge) => stillReadable(parts, viewer, edge)),
    TE.map(({ position, issuedAt, key }) => ({ position, issuedAt, edge: key })),
  )
}

const edgeOf = (
  { secret, clock, retentionMs }: Parts,
  request: SliceRequest,
  cursor: string,
): E.Either<ReadFailure, Edge> => {
  const ageMs = Math.min(request.cursorAgeMs ?? retentionMs, retentionMs)
  return pipe(
    openToken({ secret, viewer: request.viewer }, cursor),
    E.chainW((value) => EdgeCodec.decode(value)),
    E.mapLeft((): ReadFailure => ({ type: 'InvalidCursor' })),
    E.filterOrElse(
      ({ fingerprint }) => fingerprint === fingerprintOf(request),
      (): ReadFailure => ({ type: 'InvalidCursor' }),
    ),
    E.filterOrElse(
      ({ issuedAt }) => clock.now() - issuedAt <= ageMs,
      (): ReadFailure => ({ type: 'CursorExpired' }),
    ),
  )
}

const stillReadable = (
  parts: Parts,
  { tenantId }: Viewer,
  edge: Edge,
): TE.TaskEither<ReadFailure, Edge> =>
  pipe(
    snapshot(parts, tenantId, { type: 'Position', position: edge.position }),
    TE.bimap(
      (failure): ReadFailure =>
        failure.type === 'SnapshotExpired' ? { type: 'CursorExpired' } : failure,
      () => edge,
    ),
  )

/** Two requests for the same listing have the same. */
const fingerprintOf = (request: SliceRequest): string => {
  const { window, answers, listing, direction, timeZone, ...rest } = filterOf(request)
  const { rows = 'Occurrences', audience = 'Participant' } = rest
  const { startFrom, startTo, endFrom, endTo, points } = window
  const bounds = [startFrom, startTo, endFrom, endTo].map((bound) =>
    bound === undefined ? null : [bound.at, bound.closed],
  )
  const said = [bounds, points ?? null, answers?.toSorted() ?? null, listing, direction, timeZone]
  return createHash('sha256')
    .update(JSON.stringify([...said, rows, audience, request.only?.name ?? null]))
    .digest('base64url')
    .slice(0, 22)
}

/** The slice's rows, nearest to its end first, and one more if there is one. */
const rowsOf = (parts: Parts, request: SliceRequest, { position, edge }: Place) => {
  const filter = filterOf(request)
  const { side, viewer, only } = request
  return readKept(parts, {
    viewer,
    filter,
    position,
    direction: side.type === 'First' ? filter.direction : reversed(filter.direction),
    beyond: edge,
    count: side.count + 1,
    keeps: only?.keeps ?? null,
  })
}

const sliced = (
  parts: Parts,
  request: SliceRequest,
  { place, rows }: { readonly place: Place; readonly rows: readonly Row[] },
): Sliced => {
  const { side, viewer } = request
  const { position, issuedAt, edge } = place
  const fingerprint = fingerprintOf(request)
  const cut = rows.slice(0, side.count)
  const goesOn = rows.length > side.count
  const forward = side.type === 'First'
  return {
    rows: (forward ? cut : cut.toReversed()).map((occurrence) => {
      const named: Edge = { kind: 'edge', fingerprint, position, issuedAt, key: occurrence.key }
      return {
        occurrence,
        get cursor() {
          return sealToken({ secret: parts.secret, viewer }, named)
        },
      }
    }),
    // The row that the cursor names lies on the other side.
    hasEarlier: forward ? edge !== null : goesOn,
    hasLater: forward ? goesOn : edge !== null,
    position,
    count: countOf(parts, request, position),
  }
}

const countOf = (
  parts: Parts,
  request: SliceRequest,
  position: number,
): TE.TaskEither<SeriesFailure, number> => {
  const { viewer, only } = request
  const filter = filterOf(request)
  return pipe(
    readKept(parts, {
      viewer,
      filter,
      position,
      direction: filter.direction,
      beyond: null,
      count: Number.POSITIVE_INFINITY,
      keeps: only?.keeps ?? null,
    }),
    TE.map((rows) => rows.length),
  )
}
