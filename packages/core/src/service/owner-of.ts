import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { ownerOfPrimary } from '../calendar/index.js'
import type { CalendarId, TenantId, UserId } from '../event/index.js'
import type { CommandFailure } from './failure.js'
import type { Parts } from './parts.js'

/** Whom a calendar belongs to; null when it does not exist. */
export const ownerOf = (
  { store }: Parts,
  tenantId: TenantId,
  id: CalendarId,
): TE.TaskEither<CommandFailure, UserId | null> => {
  const primary = ownerOfPrimary(id)
  if (primary !== null) return TE.right(primary)
  return pipe(
    store.load(tenantId, 'calendar', id),
    TE.map(({ state }) => (state.type === 'Open' ? state.calendar.owner : null)),
  )
}
