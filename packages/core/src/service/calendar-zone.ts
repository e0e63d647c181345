import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { primaryCalendarId } from '../calendar/index.js'
import type { StoreFailure } from '../ports/index.js'
import type { Viewer } from '../query/index.js'
import type { Zone } from '../time/index.js'
import { UTC, zoneOf } from '../time/index.js'
import type { Parts } from './parts.js'

/** The zone of a user's primary calendar: UTC until they choose one. */
export const calendarZone = (
  { store }: Parts,
  { tenantId, userId }: Viewer,
): TE.TaskEither<StoreFailure, Zone> =>
  pipe(
    store.load(tenantId, 'calendar', primaryCalendarId(userId)),
    TE.map(({ state }) => zoneOf(state.type === 'Open' ? state.calendar.timeZone : UTC)),
  )
