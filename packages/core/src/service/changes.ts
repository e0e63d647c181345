import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import type { CalendarEvent, State, Uid } from '../event/index.js'
import { evolve, initialState } from '../event/index.js'
import type { Recorded, StoreFailure } from '../ports/index.js'
import type { Viewer } from '../query/index.js'
import { openToken, sealToken } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'

/** Whose calendar, and since when: without `since`, from now on. */
export interface ChangesRequest {
  readonly viewer: Viewer
  readonly since?: string
  /** How many domain events to look through at most; 1 or more. */
  readonly limit: number
}

/**
 * What became of an event of the viewer's: `Removed` when they no longer participate, with nothing
 * said about it.
 */
export type Change =
  | {
      readonly type: 'Created' | 'Updated' | 'Cancelled'
      readonly uid: Uid
      readonly event: CalendarEvent
    }
  | { readonly type: 'Removed'; readonly uid: Uid }

/** Each changed event once, by its last change. `next` goes on from here; `more` says it is worth it at once. */
export interface Changes {
  readonly items: readonly Change[]
  readonly next: string
  readonly more: boolean
}

const TokenCodec = t.type({ kind: t.literal('changes'), position: t.number })

/**
 * What changed in a viewer's calendar since a token.
 *
 * Follows the log, so none is lost, however slow the transactions of others are; a token does not expire. Its
 * cost follows what the tenant recorded since, `limit` at a time.
 */
export const changes =
  (parts: Parts) =>
  (request: ChangesRequest): TE.TaskEither<ReadFailure, Changes> =>
    request.since === undefined ? fromNow(parts, request) : since(parts, request, request.since)

const tokenOf = ({ secret }: Parts, { viewer }: ChangesRequest, position: number): string =>
  sealToken({ secret, viewer }, { kind: 'changes', position })

const fromNow = (parts: Parts, request: ChangesRequest): TE.TaskEither<ReadFailure, Changes> =>
  pipe(
    parts.store.head(request.viewer.tenantId),
    TE.map(({ position }) => ({
      items: [],
      next: tokenOf(parts, request, position),
      more: false,
    })),
  )

const since = (
  parts: Parts,
  request: ChangesRequest,
  token: string,
): TE.TaskEither<ReadFailure, Changes> =>
  pipe(
    TE.Do,
    TE.bind('after', () => TE.fromEither(positionOf(parts, request, token))),
    TE.bindW('page', ({ after }) => pageOf(parts, request, after)),
    TE.bindW('items', ({ after, page }) => itemsOf(parts, request, { after, page })),
    TE.map(({ after, page, items }) => ({
      items,
      next: tokenOf(parts, request, page.at(-1)?.position ?? after),
      more: page.length === request.limit,
    })),
  )

const positionOf = (
  { secret }: Parts,
  { viewer }: ChangesRequest,
  token: string,
): E.Either<ReadFailure, number> =>
  pipe(
    openToken({ secret, viewer }, token),
    E.chainW((value) => TokenCodec.decode(value)),
    E.bimap(
      (): ReadFailure => ({ type: 'InvalidCursor' }),
      ({ position }) => position,
    ),
  )

const pageOf = ({ store }: Parts, { viewer, limit }: ChangesRequest, after: number) =>
  store.readLog({ tenantId: viewer.tenantId, after, limit })

/** The range of the log that is looked through. */
interface Range {
  readonly after: number
  readonly page: readonly Recorded[]
}

const itemsOf = (parts: Parts, request: ChangesRequest, { after, page }: Range) => {
  const until = page.at(-1)?.position ?? after
  const lastChange = new Map<Uid, number>()
  for (const { aggregate, streamId, position } of page) {
    if (aggregate === 'event') lastChange.set(streamId, position)
  }
  const uids = [...lastChange].toSorted((a, b) => a[1] - b[1]).map(([uid]) => uid)
  return pipe(
    uids,
    TE.traverseArray((uid) => changeOf(parts, request, { uid, after, until })),
    TE.map((found) => found.filter((change) => change !== null)),
  )
}

interface Span {
  readonly uid: Uid
  readonly after: number
  readonly until: number
}

const changeOf = (
  parts: Parts,
  { viewer }: ChangesRequest,
  { uid, after, until }: Span,
): TE.TaskEither<StoreFailure, Change | null> =>
  pipe(
    wholeStream(parts, { tenantId: viewer.tenantId, uid }),
    TE.map((recorded) => {
      const before = stateAt(recorded, after)
      const now = stateAt(recorded, until)
      return between(standingOf(before, viewer), standingOf(now, viewer), { uid, now })
    }),
  )

/** How a viewer stands to an event. */
type Standing = 'Outside' | 'Invited' | 'CalledOff'

const standingOf = (state: State, { userId }: Viewer): Standing => {
  if (state.type === 'Absent' || !state.event.participants.has(userId)) return 'Outside'
  return state.type === 'Cancelled' ? 'CalledOff' : 'Invited'
}

const between = (
  before: Standing,
  after: Standing,
  { uid, now }: { readonly uid: Uid; readonly now: State },
): Change | null => {
  if (after === 'Outside') return before === 'Outside' ? null : { type: 'Removed', uid }
  if (now.type === 'Absent') return null
  const { event } = now
  if (after === 'CalledOff') return before === 'Invited' ? { type: 'Cancelled', uid, event } : null
  return { type: before === 'Invited' ? 'Updated' : 'Created', uid, event }
}

const stateAt = (recorded: readonly Recorded[], position: number): State =>
  recorded.reduce<State>(
    (state, each) =>
      each.aggregate === 'event' && each.position <= position
        ? evolve(state, each.happened)
        : state,
    initialState,
  )

const STREAM_PAGE = 1000

const wholeStream = (
  parts: Parts,
  { tenantId, uid }: { readonly tenantId: string; readonly uid: Uid },
  read: readonly Recorded[] = [],
): TE.TaskEither<StoreFailure, readonly Recorded[]> =>
  pipe(
    parts.store.readStream({
      tenantId,
      aggregate: 'event',
      streamId: uid,
      afterVersion: read.length,
      limit: STREAM_PAGE,
    }),
    TE.chain((page) =>
      page.length < STREAM_PAGE
        ? TE.right([...read, ...page])
        : wholeStream(parts, { tenantId, uid }, [...read, ...page]),
    ),
  )
