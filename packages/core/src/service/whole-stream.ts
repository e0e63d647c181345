import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId, Uid } from '../event/index.js'
import type { EventStore, RecordedOf, StoreFailure } from '../ports/index.js'

/** The stream of a calendar event, up to a position of the log. */
export interface StreamUntil {
  readonly tenantId: TenantId
  readonly uid: Uid
  readonly until: number
}

/** Everything that happened to one calendar event up to then, by version, read page by page. */
export const wholeStream = (
  store: EventStore,
  stream: StreamUntil,
  read: readonly RecordedOf<'event'>[] = [],
): TE.TaskEither<StoreFailure, readonly RecordedOf<'event'>[]> =>
  pipe(
    store.readStream({
      tenantId: stream.tenantId,
      aggregate: 'event',
      streamId: stream.uid,
      afterVersion: read.length,
      limit: PAGE,
    }),
    TE.chain((page) => {
      const found = page
        .filter((each) => each.aggregate === 'event')
        .filter(({ position }) => position <= stream.until)
      const all = [...read, ...found]
      return found.length < PAGE ? TE.right(all) : wholeStream(store, stream, all)
    }),
  )

const PAGE = 1000
