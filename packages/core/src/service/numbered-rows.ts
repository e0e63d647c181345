import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent, Uid } from '../event/index.js'
import { occurrenceOf } from '../event/index.js'
import type { ListedSeries } from '../occurrence/index.js'
import { lastStart } from '../occurrence/index.js'
import type { EventQueries, StoreFailure } from '../ports/index.js'
import type { NumberedRow } from './numbered-row.js'
import type { NumberedSlice, Spot } from './numbered-slice.js'

/** What a page is made of. */
export interface Placed {
  readonly spots: readonly Spot[]
  readonly series: readonly ListedSeries[]
}

/** Looks up what stands on the page, each event once. */
export const numberedRows = (
  store: EventQueries,
  slice: NumberedSlice,
  { spots, series }: Placed,
): TE.TaskEither<StoreFailure, readonly NumberedRow[]> => {
  const { position, viewer } = slice
  const byUid = new Map(series.map((each) => [each.uid, each] as const))
  return pipe(
    [...new Set(spots.map(({ key }) => key.uid))],
    TE.traverseArray((uid: Uid) => store.event({ tenantId: viewer.tenantId, uid, position })),
    TE.map((events) => {
      const found = new Map(events.flatMap((event) => (event === null ? [] : [[event.uid, event]])))
      return spots.flatMap((spot): readonly NumberedRow[] => {
        const event = found.get(spot.key.uid)
        return event === undefined ? [] : [rowOf(spot, event, lastOf(byUid, event, slice))]
      })
    }),
  )
}

const lastOf = (
  byUid: ReadonlyMap<Uid, ListedSeries>,
  { uid }: CalendarEvent,
  { zone }: NumberedSlice,
) => {
  const series = byUid.get(uid)
  return series === undefined ? null : lastStart(series, zone)
}

const rowOf = (
  { key, end, recurrenceId }: Spot,
  event: CalendarEvent,
  last: NumberedRow['lastStart'],
): NumberedRow => ({
  event: recurrenceId === null ? event : occurrenceOf(event, recurrenceId),
  recurrenceId,
  series: event.recurrence === null ? null : event,
  start: key.start,
  end,
  lastStart: last,
})
