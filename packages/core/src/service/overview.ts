import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Overview } from '../occurrence/index.js'
import { countOverview, overviewDays } from '../occurrence/index.js'
import type { AsOf, Viewer } from '../query/index.js'
import { DAY_MS, localDateOfDays, TimeZoneId, zoneOf } from '../time/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'
import { readAll } from './read-all.js'
import { snapshot } from './snapshot.js'

/** Whose overview, by which local days. */
export interface OverviewRequest {
  readonly viewer: Viewer
  /** IANA: whose local days are counted. */
  readonly timeZone: string
  readonly asOf?: AsOf
}

/** Counts what is still to come: not cancelled, not declined by the viewer, ending after now. */
export const overview =
  (parts: Parts) =>
  ({ viewer, timeZone, asOf }: OverviewRequest): TE.TaskEither<ReadFailure, Overview> => {
    const decoded = TimeZoneId.decode(timeZone)
    if (E.isLeft(decoded)) return unknownZone
    const zone = zoneOf(decoded.right)
    const now = parts.clock.now()
    const days = overviewDays(zone, localDateOfDays(Math.floor(zone.localMsOf(now) / DAY_MS)))
    const { startTo } = days.nextSevenDays
    const window = {
      ...(startTo === undefined ? {} : { startTo }),
      endFrom: { at: now, closed: false },
    }
    return pipe(
      snapshot(parts, viewer.tenantId, asOf),
      TE.chainW((position) =>
        readAll(parts, {
          viewer,
          filter: {
            window,
            answers: ['Accepted', 'Tentative', 'NeedsAction'],
            listing: 'Active',
            direction: 'Ascending',
            timeZone: decoded.right,
          },
          position,
          direction: 'Ascending',
        }),
      ),
      TE.map((rows) => countOverview(days, now, rows)),
    )
  }

const unknownZone = TE.left<ReadFailure>({
  type: 'Rejected',
  rejection: {
    type: 'InvalidFields',
    problems: [{ path: ['timeZone'], reason: 'UnknownTimeZone' }],
  },
})
