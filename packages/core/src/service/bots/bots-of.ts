import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Bot } from '../../bot/index.js'
import type { TenantId } from '../../event/index.js'
import { occurrenceId, recurrenceIdAt } from '../../event/index.js'
import type { BotPlace, StoreFailure } from '../../ports/index.js'
import type { Parts } from '../parts.js'
import type { TenantEvent } from '../tenant-events.js'

/** The rows of a listing whose bots are asked for. */
export interface BotsOfRequest {
  readonly tenantId: TenantId
  readonly rows: readonly Pick<TenantEvent, 'event' | 'series' | 'recurrenceId'>[]
}

/** The bots of rows, as they are now, by the id of the event or the occurrence; in one query. */
export const botsOf =
  ({ store }: Pick<Parts, 'store'>) =>
  ({
    tenantId,
    rows,
  }: BotsOfRequest): TE.TaskEither<StoreFailure, ReadonlyMap<string, readonly Bot[]>> => {
    const places = rows.flatMap(placeOf)
    if (places.length === 0) return TE.right(new Map())
    const idsOfPlaces = new Map(places.map(({ id, ...place }) => [keyOf(place), id]))
    return pipe(
      store.botsAt({ tenantId, places }),
      TE.map((bots) =>
        Map.groupBy(bots, ({ event }) =>
          event === null ? '' : (idsOfPlaces.get(keyOf(event)) ?? ''),
        ),
      ),
    )
  }

interface Named extends BotPlace {
  /** As wires call it. */
  readonly id: string
}

const placeOf = ({
  event: { uid },
  series,
  recurrenceId: text,
}: BotsOfRequest['rows'][number]): readonly Named[] => {
  if (series === null || text === null) return [{ id: uid, uid, recurrenceId: null }]
  const recurrenceId = recurrenceIdAt(series, text)
  return recurrenceId === null ? [] : [{ id: occurrenceId(uid, text), uid, recurrenceId }]
}

const keyOf = ({ uid, recurrenceId }: BotPlace): string => `${uid} ${recurrenceId ?? ''}`
