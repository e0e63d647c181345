import { createHash } from 'node:crypto'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { deduplicationKeyStream } from '../calendar/index.js'
import type { CalendarId } from '../event/index.js'
import type { StoreFailure } from '../ports/index.js'
import type { TenantCursor, TenantPageStart } from '../query/index.js'
import { readTenantCursor } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'
import type { TenantEventsRequest } from './tenant-request.js'

/** What all pages of one listing have in common, and where this one is; null: it is the first. */
export type TenantListing = Omit<TenantCursor, 'start'> & { readonly start: TenantPageStart | null }

/** Which listing a request is about: a new one, or that of its cursor. */
export const tenantListing = (
  parts: Parts,
  request: TenantEventsRequest,
): TE.TaskEither<ReadFailure, TenantListing> =>
  request.cursor === undefined
    ? firstPage(parts, request)
    : laterPage(parts, request, request.cursor)

const firstPage = (
  parts: Parts,
  request: TenantEventsRequest,
): TE.TaskEither<ReadFailure, TenantListing> =>
  pipe(
    TE.Do,
    TE.apS('position', snapshot(parts, request.viewer.tenantId, undefined)),
    TE.apSW('calendars', calendarsOf(parts, request)),
    TE.map(({ position, calendars }) => ({
      kind: 'tenant',
      asked: askedBy(request),
      calendars,
      position,
      issuedAt: parts.clock.now(),
      start: null,
    })),
  )

const laterPage = (
  parts: Parts,
  request: TenantEventsRequest,
  cursor: string,
): TE.TaskEither<ReadFailure, TenantListing> =>
  pipe(
    TE.fromEither(readTenantCursor({ secret: parts.secret, viewer: request.viewer }, cursor)),
    TE.mapLeft((failure): ReadFailure => failure),
    TE.filterOrElse(
      ({ asked }) => asked === askedBy(request),
      (): ReadFailure => ({ type: 'InvalidCursor' }),
    ),
    TE.filterOrElse(
      ({ issuedAt }) => parts.clock.now() - issuedAt <= parts.retentionMs,
      (): ReadFailure => ({ type: 'CursorExpired' }),
    ),
    TE.chain((read) => stillReadable(parts, request, read)),
  )

const stillReadable = (
  parts: Parts,
  { viewer }: TenantEventsRequest,
  cursor: TenantCursor,
): TE.TaskEither<ReadFailure, TenantListing> =>
  pipe(
    snapshot(parts, viewer.tenantId, { type: 'Position', position: cursor.position }),
    TE.bimap(
      (failure): ReadFailure =>
        failure.type === 'SnapshotExpired' ? { type: 'CursorExpired' } : failure,
      () => cursor,
    ),
  )

/** Everything that decides which rows there are, and in which order. */
const askedBy = ({ filter, order, direction, syncWindow }: TenantEventsRequest): string => {
  const { window, calendarId, deduplicationKey, uid, recurrenceId, updatedFrom, changedSince } =
    filter
  const edges = [window?.startFrom, window?.startTo, window?.endFrom, window?.endTo, window?.points]
  const filters = [edges, calendarId, deduplicationKey, uid, recurrenceId, updatedFrom]
  if (changedSince !== undefined) filters.push(changedSince.position)
  const asked = [order, direction, syncWindow.backMs, syncWindow.aheadMs, filters]
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}

/** The calendar that all filters agree on; none when they do not. */
const calendarsOf = (
  { store }: Parts,
  { viewer, filter: { calendarId, deduplicationKey } }: TenantEventsRequest,
): TE.TaskEither<StoreFailure, readonly CalendarId[] | null> =>
  deduplicationKey === undefined
    ? TE.right(calendarId === undefined ? null : [calendarId])
    : pipe(
        store.load(viewer.tenantId, 'calendar', deduplicationKeyStream(deduplicationKey)),
        TE.map(({ state }) => {
          const found = state.type === 'DeduplicationKey' ? state.calendarId : null
          return found === null || (calendarId ?? found) !== found ? [] : [found]
        }),
      )
