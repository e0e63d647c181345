import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import type { Uid } from '../event/index.js'
import type { RecordedOf } from '../ports/index.js'
import type { AsOf, TokenKey, Viewer } from '../query/index.js'
import { openToken, sealToken } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import { organizedBy } from './organized-by.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'

/** Whose history, for whom, from where. */
export interface HistoryRequest {
  readonly viewer: Viewer
  readonly uid: Uid
  readonly cursor?: string
  /** 1 or more; bounding it is the facade's. */
  readonly limit: number
  /** The history up to then. A cursor carries it on; beside one it may be left out, or must be the same. */
  readonly asOf?: AsOf
}

/** The domain events of one calendar event, oldest first. */
export interface HistoryPage {
  readonly items: readonly RecordedOf<'event'>[]
  readonly next: string | null
  readonly previous: string | null
}

const CursorCodec = t.type({
  kind: t.literal('history'),
  uid: t.string,
  /** The version of the first domain event of the page. */
  from: t.number,
  /** The log position at which the history ends; null when it goes on. */
  until: t.union([t.number, t.null]),
  issuedAt: t.number,
})

/** Where a page begins, and where the history ends. */
type Start = Pick<t.TypeOf<typeof CursorCodec>, 'from' | 'until'>

/** What made the event what it is. For its organizer; guests learn `NotOrganizer`, others `NotFound`. */
export const history =
  (parts: Parts) =>
  (request: HistoryRequest): TE.TaskEither<ReadFailure, HistoryPage> =>
    pipe(
      startOf(parts, request),
      TE.fromEither,
      TE.bindTo('sent'),
      TE.bind('until', ({ sent }) => untilOf(parts, request, sent)),
      TE.chainFirst(() => organizedBy(parts, request)),
      TE.chain(({ sent, until }) => page(parts, request, { from: sent?.from ?? 1, until })),
    )

const untilOf = (
  parts: Parts,
  { viewer, asOf }: HistoryRequest,
  sent: Start | null,
): TE.TaskEither<ReadFailure, number | null> => {
  if (asOf === undefined) return TE.right(sent?.until ?? null)
  return pipe(
    snapshot(parts, viewer.tenantId, asOf),
    TE.filterOrElse(
      (position) => sent === null || sent.until === position,
      (): ReadFailure => ({ type: 'InvalidCursor' }),
    ),
  )
}

const startOf = (parts: Parts, request: HistoryRequest): E.Either<ReadFailure, Start | null> => {
  if (request.cursor === undefined) return E.right(null)
  return pipe(
    openToken(keyOf(parts, request), request.cursor),
    E.chainW((value) => CursorCodec.decode(value)),
    E.mapLeft((): ReadFailure => ({ type: 'InvalidCursor' })),
    E.filterOrElse(
      ({ uid }) => uid === request.uid,
      (): ReadFailure => ({ type: 'InvalidCursor' }),
    ),
    E.filterOrElse(
      ({ issuedAt }) => parts.clock.now() - issuedAt <= parts.retentionMs,
      (): ReadFailure => ({ type: 'CursorExpired' }),
    ),
  )
}

const keyOf = ({ secret }: Parts, { viewer }: HistoryRequest): TokenKey => ({ secret, viewer })

const page = (
  parts: Parts,
  request: HistoryRequest,
  { from, until }: Start,
): TE.TaskEither<ReadFailure, HistoryPage> => {
  const { viewer, uid, limit } = request
  const cursorTo = (version: number) =>
    sealToken(keyOf(parts, request), {
      kind: 'history',
      uid,
      from: version,
      until,
      issuedAt: parts.clock.now(),
    })
  return pipe(
    parts.store.readStream({
      tenantId: viewer.tenantId,
      aggregate: 'event',
      streamId: uid,
      afterVersion: from - 1,
      limit: limit + 1,
    }),
    TE.map((recorded) => recorded.filter(({ position }) => until === null || position <= until)),
    TE.map((recorded) => ({
      items: recorded.slice(0, limit).filter((each) => each.aggregate === 'event'),
      next: recorded.length > limit ? cursorTo(from + limit) : null,
      previous: from > 1 ? cursorTo(Math.max(1, from - limit)) : null,
    })),
  )
}
