import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Uid } from '../event/index.js'
import type { Recorded, StoreFailure } from '../ports/index.js'
import type { AsOf } from '../query/index.js'
import type { Change, Onlooker } from './change.js'
import { changeSeen } from './change.js'
import { changesToken, positionOf } from './changes-token.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'
import { readSpan } from './span.js'

/** Whose calendar, and since when: without `since`, from now on. A token is not bound to a window. */
export interface ChangesRequest extends Onlooker {
  readonly since?: string
  /** How many events to look at, at most; 1 or more. */
  readonly limit: number
  /** Up to when; without `since`, from when on. Default: now. */
  readonly asOf?: AsOf
}

/** Each changed event once, by its last change. `next` goes on from here; `more` says it is worth it at once. */
export interface Changes {
  readonly items: readonly Change[]
  readonly next: string
  readonly more: boolean
}

/**
 * What changed in a viewer's calendar since a token, in silence too.
 *
 * Follows the log, so none is lost, however slow the transactions of others are; a token does not expire. Its
 * cost follows what the tenant recorded since, `limit` events at a time, those of others among them.
 */
export const changes =
  (parts: Parts) =>
  (request: ChangesRequest): TE.TaskEither<ReadFailure, Changes> =>
    pipe(
      TE.Do,
      TE.bind('since', () => sinceOf(parts, request)),
      TE.bind('until', () => snapshot(parts, request.viewer.tenantId, request.asOf)),
      TE.chainW(({ since, until }) => changesIn(parts, request, { after: since ?? until, until })),
    )

const sinceOf = (
  parts: Parts,
  { viewer, since }: ChangesRequest,
): TE.TaskEither<ReadFailure, number | null> =>
  since === undefined ? TE.right(null) : positionOf(parts, viewer, since)

/** The stretch of the log that is looked through, `(after, until]`. */
interface Stretch {
  readonly after: number
  readonly until: number
}

const changesIn = (
  parts: Parts,
  request: ChangesRequest,
  { after, until }: Stretch,
): TE.TaskEither<StoreFailure, Changes> =>
  pipe(
    pageOf(parts, request, { after, until }),
    TE.bindTo('page'),
    TE.let('reached', ({ page }) => page.at(-1)?.position ?? after),
    TE.bind('items', ({ page, reached }) =>
      itemsOf(parts, request, { page, after, until: reached }),
    ),
    TE.map(({ items, reached }) => ({
      items,
      next: changesToken(parts, request.viewer, reached),
      more: reached < until,
    })),
  )

/** As many of the recorded domain events as concern no more events than asked for. */
const pageOf = (
  { store }: Parts,
  { viewer, limit }: ChangesRequest,
  { after, until }: Stretch,
): TE.TaskEither<StoreFailure, readonly Recorded[]> => {
  // Positions have no gaps, so that a limit is an upper bound on them.
  const count = Math.min(until - after, LOG_PAGE)
  return count <= 0
    ? TE.right([])
    : pipe(
        store.readLog({ tenantId: viewer.tenantId, after, limit: count }),
        TE.map((page) => cut(page, limit)),
      )
}

const LOG_PAGE = 1000

const cut = (page: readonly Recorded[], limit: number): readonly Recorded[] => {
  const uids = new Set<Uid>()
  const beyond = page.findIndex(
    ({ aggregate, streamId }) => aggregate === 'event' && uids.add(streamId).size > limit,
  )
  return beyond === -1 ? page : page.slice(0, beyond)
}

const itemsOf = (
  parts: Parts,
  request: ChangesRequest,
  { page, after, until }: Stretch & { readonly page: readonly Recorded[] },
): TE.TaskEither<StoreFailure, readonly Change[]> => {
  const lastChange = new Map<Uid, number>()
  for (const { aggregate, streamId, position } of page) {
    if (aggregate === 'event') lastChange.set(streamId, position)
  }
  const uids = [...lastChange].toSorted((a, b) => a[1] - b[1]).map(([uid]) => uid)
  const read = readSpan(parts.store)
  const { tenantId } = request.viewer
  return pipe(
    uids,
    TE.traverseArray((uid) => read({ tenantId, uid, after, until })),
    TE.map((spans) => spans.map((span) => changeSeen(request, span))),
    TE.map((found) => found.filter((change) => change !== null)),
  )
}
