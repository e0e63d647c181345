import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventQueries, SingleKey, SinglesRange, StoreFailure } from '../ports/index.js'
import type { ClosedWindow, Instant, Zone } from '../time/index.js'
import { closeWindow, DAY_MS, dayStartOf, firstDateFrom, lastDateTo } from '../time/index.js'
import type { NumberedSlice, Spot } from './numbered-slice.js'

/** The timed single events behind the first `offset`, at most `limit`. */
export const timedSpots = (
  store: EventQueries,
  slice: NumberedSlice,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): TE.TaskEither<StoreFailure, readonly Spot[]> =>
  pipe(
    store.singleKeys({ ...timedRange(slice), direction: slice.direction, offset, limit }),
    TE.map((keys) => keys.map(({ uid, start, end }) => spotAt(uid, start, end))),
  )

/** The first `limit` all-day single events, or some more, where the zone puts them. */
export const allDaySpots = (
  store: EventQueries,
  slice: NumberedSlice,
  limit: number,
): TE.TaskEither<StoreFailure, readonly Spot[]> => {
  const { direction, zone } = slice
  const spotOf = ({ uid, start, end }: SingleKey) =>
    spotAt(uid, dayStartOf(zone, start), dayStartOf(zone, end))
  return pipe(
    store.singleKeys({ ...allDayRange(slice), direction, offset: 0, limit }),
    TE.chain((keys) =>
      keys.length === limit && endsMidway(zone, keys)
        ? allDaySpots(store, slice, limit * 2)
        : TE.right(keys.map(spotOf)),
    ),
  )
}

/** How many single events there are. */
export const countSingles = (
  store: EventQueries,
  slice: NumberedSlice,
): TE.TaskEither<StoreFailure, number> =>
  pipe(
    TE.Do,
    TE.apS('timed', store.countSingles(timedRange(slice))),
    TE.apS('allDay', store.countSingles(allDayRange(slice))),
    TE.map(({ timed, allDay }) => timed + allDay),
  )

const timedRange = ({ viewer, position, window }: NumberedSlice): SinglesRange => ({
  ...viewer,
  position,
  time: 'Timed',
  listings: ['Active', 'Cancelled', 'None'],
  window: closeWindow(window),
})

const allDayRange = (slice: NumberedSlice): SinglesRange => ({
  ...timedRange(slice),
  time: 'AllDay',
  window: inDates(slice.zone, closeWindow(slice.window)),
})

/** A midnight is within a bound just when its date is. */
const inDates = (zone: Zone, window: ClosedWindow): ClosedWindow => ({
  startFrom: firstDateFrom(zone, window.startFrom),
  startTo: lastDateTo(zone, window.startTo),
  endFrom: firstDateFrom(zone, window.endFrom),
  endTo: lastDateTo(zone, window.endTo),
  points: window.points,
})

/** Whether the last of these begins together with another date, as where the zone skipped a day: then ids sort the two as one. */
const endsMidway = (zone: Zone, keys: readonly SingleKey[]): boolean => {
  const last = keys.at(-1)?.start ?? 0
  const instant = dayStartOf(zone, last)
  return [last - DAY_MS, last + DAY_MS].some((date) => dayStartOf(zone, date) === instant)
}

const spotAt = (uid: string, start: Instant, end: Instant): Spot => ({
  key: { start, uid, recurrenceId: '' },
  end,
  recurrenceId: null,
})
