import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent, Uid } from '../event/index.js'
import type { AsOf, Filter, Viewer } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import { isSeenBy } from './is-seen-by.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'

/** Which event, for whom. */
export interface GetRequest {
  readonly viewer: Viewer
  readonly uid: Uid
  readonly asOf?: AsOf
  /** Whether a public event is found by who does not participate in it; the default is that it is not. */
  readonly audience?: Filter['audience']
}

/** One event in which the viewer participates, or may see as a public one; `NotFound` for every other. */
export const get =
  (parts: Parts) =>
  ({ viewer, uid, asOf, audience }: GetRequest): TE.TaskEither<ReadFailure, CalendarEvent> =>
    pipe(
      snapshot(parts, viewer.tenantId, asOf),
      TE.chainW((position) => parts.store.event({ tenantId: viewer.tenantId, uid, position })),
      TE.chain((event) =>
        event !== null && isSeenBy(event, viewer, audience)
          ? TE.right(event)
          : TE.left<ReadFailure>({ type: 'Rejected', rejection: { type: 'NotFound' } }),
      ),
    )
