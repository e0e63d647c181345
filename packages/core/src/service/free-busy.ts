import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId, UserId } from '../event/index.js'
import type { BusyInterval } from '../occurrence/index.js'
import { busyIntervals } from '../occurrence/index.js'
import type { AsOf } from '../query/index.js'
import type { Instant, TimeZoneId } from '../time/index.js'
import { overlapping, UTC } from '../time/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'
import { readAll } from './read-all.js'
import { snapshot } from './snapshot.js'

/** Whose time, and when: `[from, to)`. Who may ask is the facade's to decide. */
export interface FreeBusyRequest {
  readonly tenantId: TenantId
  readonly userIds: readonly UserId[]
  readonly from: Instant
  readonly to: Instant
  /** Where all-day events lie. Default UTC. */
  readonly timeZone?: TimeZoneId
  readonly asOf?: AsOf
}

/** When one user is busy: no titles, no places, no names. */
export interface FreeBusy {
  readonly userId: UserId
  readonly busy: readonly BusyInterval[]
}

/** When each of several users is busy, all as of one log position. */
export const freeBusy =
  (parts: Parts) =>
  (request: FreeBusyRequest): TE.TaskEither<ReadFailure, readonly FreeBusy[]> =>
    pipe(
      snapshot(parts, request.tenantId, request.asOf),
      TE.chain((position) =>
        TE.traverseArray((userId: UserId) => busyOf(parts, request, { userId, position }))(
          request.userIds,
        ),
      ),
    )

const busyOf = (
  parts: Parts,
  { tenantId, from, to, timeZone = UTC }: FreeBusyRequest,
  { userId, position }: { readonly userId: UserId; readonly position: number },
): TE.TaskEither<ReadFailure, FreeBusy> =>
  pipe(
    readAll(parts, {
      viewer: { tenantId, userId },
      filter: {
        window: overlapping(from, to),
        answers: ['Accepted', 'Tentative', 'NeedsAction'],
        listing: 'Active',
        direction: 'Ascending',
        timeZone,
      },
      position,
      direction: 'Ascending',
    }),
    TE.map((rows) => ({ userId, busy: busyIntervals([from, to], rows) })),
  )
