import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId, UserId } from '../event/index.js'
import type { BusyInterval, FoundTime, TimeSearch, TimeSearchRequest } from '../occurrence/index.js'
import { findTimes as timesOf, timeSearch } from '../occurrence/index.js'
import type { AsOf } from '../query/index.js'
import type { TimeZoneId } from '../time/index.js'
import type { ReadFailure } from './failure.js'
import { freeBusy } from './free-busy.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'

/** A search for a time in one tenant. Who may ask, and about whom, is the facade's to decide. */
export interface FindTimesRequest extends TimeSearchRequest {
  readonly tenantId: TenantId
  readonly asOf?: AsOf
}

/**
 * The first times at which everyone required, and enough of the optional attendees, work and are free, by
 * their calendars as of one log position.
 *
 * Only what `freeBusy` tells is read. All-day events lie in the zone of the attendee whose they are.
 */
export const findTimes =
  (parts: Parts) =>
  (request: FindTimesRequest): TE.TaskEither<ReadFailure, readonly FoundTime[]> =>
    pipe(
      TE.fromEither(timeSearch(request)),
      TE.mapLeft((rejection): ReadFailure => ({ type: 'Rejected', rejection })),
      TE.bindTo('search'),
      TE.bind('position', () => snapshot(parts, request.tenantId, request.asOf)),
      TE.bind('busy', ({ search, position }) =>
        busyOf(parts, search, { tenantId: request.tenantId, position }),
      ),
      TE.map(({ search, busy }) => timesOf(search, busy)),
    )

const busyOf = (
  parts: Parts,
  search: TimeSearch,
  { tenantId, position }: { readonly tenantId: TenantId; readonly position: number },
): TE.TaskEither<ReadFailure, ReadonlyMap<UserId, readonly BusyInterval[]>> => {
  const { from, to } = search
  const asOf = { type: 'Position', position } as const
  return pipe(
    [...usersByZone(search)],
    TE.traverseArray(([timeZone, userIds]) =>
      freeBusy(parts)({ tenantId, userIds, from, to, timeZone, asOf }),
    ),
    TE.map((all) => new Map(all.flat().map(({ userId, busy }) => [userId, busy]))),
  )
}

const usersByZone = ({
  required,
  optional,
}: TimeSearch): ReadonlyMap<TimeZoneId, readonly UserId[]> => {
  const byZone = new Map<TimeZoneId, UserId[]>()
  for (const { userId, zone } of [...required, ...optional])
    byZone.set(zone.id, [...(byZone.get(zone.id) ?? []), userId])
  return byZone
}
