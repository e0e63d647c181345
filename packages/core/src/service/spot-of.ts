import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { SpotRef, TenantId, Uid } from '../event/index.js'
import type { StoreFailure } from '../ports/index.js'
import type { Parts } from './parts.js'

/** Which live-session spot an event is about, for all time; null for every other event, and where there is none. */
export const spotOf = (
  { store }: Parts,
  tenantId: TenantId,
  uid: Uid,
): TE.TaskEither<StoreFailure, SpotRef | null> =>
  pipe(
    store.load(tenantId, 'event', uid),
    TE.map(({ state }) => (state.type === 'Absent' ? null : (state.event.spot ?? null))),
  )
