import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Override } from '../event/index.js'
import type { ListedSeries, SeriesWalk } from '../occurrence/index.js'
import { boundsIn, timeAt, walkSeries } from '../occurrence/index.js'
import type { EventQueries, StoreFailure } from '../ports/index.js'
import { closeWindow, holds } from '../time/index.js'
import type { SeriesFailure } from './failure.js'
import type { NumberedSlice, Spot } from './numbered-slice.js'

/** The series of a user that may have a row in the slice: those that stand, and those that were cancelled. */
export const seriesOf = (
  store: EventQueries,
  { viewer, position, window }: NumberedSlice,
): TE.TaskEither<StoreFailure, readonly ListedSeries[]> =>
  pipe(
    TE.traverseArray((listing: 'Active' | 'Cancelled' | 'None') =>
      store.series({ ...viewer, position, listing, window: closeWindow(window) }),
    )(['Active', 'Cancelled', 'None']),
    TE.map((lists) => lists.flat()),
  )

/** Each series once, where its first occurrence in the window is, and each of its changed occurrences in the window. */
export const seriesSpots = (
  series: readonly ListedSeries[],
  slice: NumberedSlice,
): E.Either<SeriesFailure, readonly Spot[]> => {
  const spots: Spot[] = []
  for (const each of series) {
    const first = walkSeries(each, firstStanding(each, slice))()
    if (first === 'TooCostly') return E.left({ type: 'RecurrenceTooCostly', uid: each.uid })
    if (first !== null) {
      const { start, end } = first
      spots.push({ key: { start, uid: each.uid, recurrenceId: '' }, end, recurrenceId: null })
    }
    spots.push(...changedSpots(each, slice))
  }
  return E.right(spots)
}

const firstStanding = ({ event }: ListedSeries, { window, zone }: NumberedSlice): SeriesWalk => ({
  window: closeWindow(window),
  zone,
  direction: 'forward',
  answers: null,
  which: event.status === 'Cancelled' ? 'All' : 'Standing',
})

const changedSpots = (
  { uid, event }: ListedSeries,
  { window, zone }: NumberedSlice,
): readonly Spot[] => {
  const closed = closeWindow(window)
  return [...event.overrides].flatMap(([id, override]): readonly Spot[] => {
    if (!isChanged(override)) return []
    const { start, end } = boundsIn(timeAt(event, id), zone)
    if (!holds(closed, start, end)) return []
    return [{ key: { start, uid, recurrenceId: id }, end, recurrenceId: id }]
  })
}

/** That answers to it were reset changes nothing of an occurrence itself. */
const isChanged = ({ resetRevision: _, ...changes }: Override): boolean =>
  Object.keys(changes).length > 0
