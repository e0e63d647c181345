import type { SeriesQuery } from '@kalends/core'
import { aliveIn, longestOfClass } from '@kalends/core'
import { classOfLane } from '../rows/lane.js'
import type { Steps, RowsOf } from '../sql/steps.js'
import { ask } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { lanesOf } from './lanes-of.js'

/** A series that is alive in a window: which versions of its rows hold. */
export interface AliveSeries {
  readonly uid: string
  /** Of the participation. */
  readonly valid_from: number
  /** Of the event; null only when it was pruned meanwhile. */
  readonly event_valid_from: number | null
}

/**
 * Which series of a user are alive in a window: one index range for each lane that the user has.
 *
 * What is over is not looked at where its class is too short to reach the window. Series without an end are all
 * of the highest class.
 */
export function* aliveSeries(query: SeriesQuery): Steps<never, readonly AliveSeries[]> {
  const { tenantId, userId, position, window, listing } = query
  const { startTo: high, endFrom } = aliveIn(window)
  const alive: RowsOf<AliveSeries>[] = []
  for (const { lane } of yield* lanesOf(query, { listing, time: 'Series' })) {
    const low = endFrom - longestOfClass(classOfLane(lane))
    if (low > high) continue
    alive.push(yield* ask(aliveInLane, { tenantId, userId, position, lane, low, high, endFrom }))
  }
  return alive.flat()
}

interface LaneRange {
  readonly tenantId: string
  readonly userId: string
  readonly position: number
  readonly lane: number
  readonly low: number
  readonly high: number
  readonly endFrom: number
}

/**
 * The versions of a lane's rows that hold.
 *
 * Of an event's row it is the last that is not too new: a version ends where the next begins, and the last one never
 * does. So its key is enough, which is in the index.
 */
export const aliveInLane = template((db, p: LaneRange) =>
  db
    .selectFrom('kalends_participation as row')
    .select(['row.uid', 'row.valid_from'])
    .select((eb) =>
      eb
        .selectFrom('kalends_event as event')
        .select((of) => of.fn.max<number | null>('event.valid_from').as('valid_from'))
        .where('event.tenant_id', '=', p.tenantId)
        .whereRef('event.uid', '=', 'row.uid')
        .where('event.valid_from', '<=', p.position)
        .as('event_valid_from'),
    )
    .where('row.tenant_id', '=', p.tenantId)
    .where('row.user_id', '=', p.userId)
    .where('row.lane', '=', p.lane)
    .where('row.start_ms', '>=', p.low)
    .where('row.start_ms', '<=', p.high)
    .where('row.end_ms', '>=', p.endFrom)
    .where('row.valid_from', '<=', p.position)
    .where('row.valid_to', '>', p.position),
)
