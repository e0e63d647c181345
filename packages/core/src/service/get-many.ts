import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent, Uid } from '../event/index.js'
import type { AsOf, Viewer } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'

/** Which events, for whom. */
export interface GetManyRequest {
  readonly viewer: Viewer
  readonly uids: readonly Uid[]
  readonly asOf?: AsOf
}

/** Those of several events in which the viewer participates, by id, all as of one log position. */
export const getMany =
  (parts: Parts) =>
  ({
    viewer,
    uids,
    asOf,
  }: GetManyRequest): TE.TaskEither<ReadFailure, ReadonlyMap<Uid, CalendarEvent>> =>
    pipe(
      snapshot(parts, viewer.tenantId, asOf),
      TE.chainW((position) =>
        TE.traverseArray((uid: Uid) =>
          parts.store.event({ tenantId: viewer.tenantId, uid, position }),
        )([...new Set(uids)]),
      ),
      TE.map(
        (events) =>
          new Map(
            events.flatMap((event) =>
              event?.participants.has(viewer.userId) === true ? [[event.uid, event] as const] : [],
            ),
          ),
      ),
    )
