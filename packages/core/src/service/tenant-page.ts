import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { SortKey, TenantPageStart } from '../query/index.js'
import { reversed, writeTenantCursor } from '../query/index.js'
import type { ReadFailure, SeriesFailure } from './failure.js'
import type { Parts } from './parts.js'
import { occurrenceWindow } from './tenant-filter.js'
import type { TenantListing } from './tenant-listing.js'
import { tenantListing } from './tenant-listing.js'
import { tenantPlaces } from './tenant-places.js'
import type { TenantEventsRequest } from './tenant-request.js'
import type { TenantPlace } from './tenant-slice.js'

/** The places of one page, and the cursors of its neighbours. */
export interface TenantPage {
  readonly items: readonly TenantPlace[]
  readonly next: string | null
  readonly previous: string | null
  readonly position: number
}

/** Finds what is on a page. Cursors hold the key of a row, so what shares its sort value is told apart by ids. */
export const tenantPage = (
  parts: Parts,
  request: TenantEventsRequest,
): TE.TaskEither<ReadFailure, TenantPage> =>
  pipe(
    TE.Do,
    TE.bind('listing', () => tenantListing(parts, request)),
    TE.bindW('cut', ({ listing }) => cut(parts, request, listing)),
    TE.map(({ listing, cut: { items, next, previous } }) => {
      const { secret } = parts
      const cursorAt = (type: TenantPageStart['type'], key: SortKey | undefined) =>
        key === undefined
          ? null
          : writeTenantCursor(
              { secret, viewer: request.viewer },
              { ...listing, start: { type, key } },
            )
      return {
        items,
        next: cursorAt('After', next),
        previous: cursorAt('Before', previous),
        position: listing.position,
      }
    }),
  )

/** A page's rows, and the keys that the cursors of its neighbours carry. */
interface Cut {
  readonly items: readonly TenantPlace[]
  readonly next: SortKey | undefined
  readonly previous: SortKey | undefined
}

const cut = (
  parts: Parts,
  request: TenantEventsRequest,
  { start, position, issuedAt: now, calendars }: TenantListing,
): TE.TaskEither<SeriesFailure, Cut> => {
  const { viewer, filter, order, syncWindow, limit } = request
  const backwards = start?.type === 'Before'
  return pipe(
    tenantPlaces(parts.store, {
      ...{ viewer, filter, order, position, calendars, now },
      aheadMs: syncWindow.aheadMs,
      occurrences: occurrenceWindow(filter, syncWindow, now),
      direction: backwards ? reversed(request.direction) : request.direction,
      after: start?.key ?? null,
      count: limit + 1,
    }),
    TE.map((found) => (backwards ? cutBefore(found, limit) : cutAfter(found, limit, start))),
  )
}

const cutAfter = (
  found: readonly TenantPlace[],
  limit: number,
  start: TenantPageStart | null,
): Cut => {
  const items = found.slice(0, limit)
  return {
    items,
    next: found.length > limit ? items.at(-1)?.key : undefined,
    previous: start === null ? undefined : items[0]?.key,
  }
}

/** The rows come nearest first. Behind them there is always the row that they come before. */
const cutBefore = (found: readonly TenantPlace[], limit: number): Cut => {
  const items = found.slice(0, limit).toReversed()
  return {
    items,
    next: items.at(-1)?.key,
    previous: found.length > limit ? items[0]?.key : undefined,
  }
}
