import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent, Uid } from '../event/index.js'
import type { AsOf, Filter, Viewer } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import { isSeenBy } from './is-seen-by.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'

/** Which events, for whom. */
export interface GetManyRequest {
  readonly viewer: Viewer
  readonly uids: readonly Uid[]
  readonly asOf?: AsOf
  /** As of `get`. */
  readonly audience?: Filter['audience']
}

/** Those of several events that the viewer may see, by id, all as of one log position. */
export const getMany =
  (parts: Parts) =>
  ({
    viewer,
    uids,
    asOf,
    audience,
  }: GetManyRequest): TE.TaskEither<ReadFailure, ReadonlyMap<Uid, CalendarEvent>> =>
    pipe(
      snapshot(parts, viewer.tenantId, asOf),
      TE.chainW((position) =>
        parts.store.events({ tenantId: viewer.tenantId, uids: [...new Set(uids)], position }),
      ),
      TE.map(
        (events) => new Map([...events].filter(([, event]) => isSeenBy(event, viewer, audience))),
      ),
    )
