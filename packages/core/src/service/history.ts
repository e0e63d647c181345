import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import type { Uid } from '../event/index.js'
import type { RecordedOf } from '../ports/index.js'
import type { TokenKey, Viewer } from '../query/index.js'
import { openToken, sealToken } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import { get } from './get.js'
import type { Parts } from './parts.js'

/** Whose history, for whom, from where. */
export interface HistoryRequest {
  readonly viewer: Viewer
  readonly uid: Uid
  readonly cursor?: string
  /** 1 or more; bounding it is the facade's. */
  readonly limit: number
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
  issuedAt: t.number,
})

/** What made the event what it is. For its organizer; guests learn `NotOrganizer`, others `NotFound`. */
export const history =
  (parts: Parts) =>
  (request: HistoryRequest): TE.TaskEither<ReadFailure, HistoryPage> =>
    pipe(
      firstVersion(parts, request),
      TE.fromEither,
      TE.chainFirst(() => organizedBy(parts, request)),
      TE.chain((from) => page(parts, request, from)),
    )

const organizedBy = (parts: Parts, { viewer, uid }: HistoryRequest) =>
  pipe(
    get(parts)({ viewer, uid }),
    TE.filterOrElse(
      (event) => event.organizer === viewer.userId,
      (): ReadFailure => ({ type: 'Rejected', rejection: { type: 'NotOrganizer' } }),
    ),
  )

const firstVersion = (parts: Parts, request: HistoryRequest): E.Either<ReadFailure, number> => {
  if (request.cursor === undefined) return E.right(1)
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
    E.map(({ from }) => from),
  )
}

const keyOf = ({ secret }: Parts, { viewer }: HistoryRequest): TokenKey => ({ secret, viewer })

const page = (
  parts: Parts,
  request: HistoryRequest,
  from: number,
): TE.TaskEither<ReadFailure, HistoryPage> => {
  const { viewer, uid, limit } = request
  const cursorTo = (version: number) =>
    sealToken(keyOf(parts, request), {
      kind: 'history',
      uid,
      from: version,
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
    TE.map((recorded) => ({
      items: recorded.slice(0, limit).filter((each) => each.aggregate === 'event'),
      next: recorded.length > limit ? cursorTo(from + limit) : null,
      previous: from > 1 ? cursorTo(Math.max(1, from - limit)) : null,
    })),
  )
}
