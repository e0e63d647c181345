import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { BotEvent } from '../../bot/index.js'
import type { DomainEvent, TenantId, Uid } from '../../event/index.js'
import { botEventAt, continuedElsewhere } from '../../policy/index.js'
import type { EventStore, StoreFailure } from '../../ports/index.js'

/** Where a bot's event is now, and the stream that says so: `event` is null when it does not take place any more. */
export interface Located {
  readonly uid: Uid
  readonly version: number
  readonly event: BotEvent | null
}

/** Finds a bot's event, also where its series was split since, and goes on as another. */
export const botEventNow = (
  store: EventStore,
  tenantId: TenantId,
  known: BotEvent,
): TE.TaskEither<StoreFailure, Located> =>
  pipe(
    store.load(tenantId, 'event', known.uid),
    TE.chain((now) => {
      const { uid } = known
      const { version } = now
      const found = botEventAt(known, now)
      return found.type === 'At'
        ? TE.right<StoreFailure, Located>({ uid, version, event: found.event })
        : elsewhere(store, tenantId, { known, here: { uid, version, event: null } })
    }),
  )

interface Lost {
  readonly known: BotEvent
  readonly here: Located
}

const elsewhere = (
  store: EventStore,
  tenantId: TenantId,
  { known, here }: Lost,
): TE.TaskEither<StoreFailure, Located> => {
  if (known.recurrenceId === null) return TE.right(here)
  return pipe(
    happenedSince(store, tenantId, known),
    TE.chain((happened) => {
      const continued = continuedElsewhere(known, happened)
      return continued === null ? TE.right(here) : botEventNow(store, tenantId, continued)
    }),
  )
}

const PAGE = 1000

const happenedSince = (
  store: EventStore,
  tenantId: TenantId,
  { uid, version }: Pick<BotEvent, 'uid' | 'version'>,
): TE.TaskEither<StoreFailure, readonly DomainEvent[]> =>
  pipe(
    store.readStream({
      tenantId,
      aggregate: 'event',
      streamId: uid,
      afterVersion: version,
      limit: PAGE,
    }),
    TE.chain((page) => {
      const happened = page.flatMap((each) => (each.aggregate === 'event' ? [each.happened] : []))
      if (page.length < PAGE) return TE.right(happened)
      const rest = happenedSince(store, tenantId, { uid, version: version + PAGE })
      return TE.map((others: readonly DomainEvent[]) => [...happened, ...others])(rest)
    }),
  )
