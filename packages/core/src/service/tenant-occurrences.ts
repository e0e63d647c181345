import type { Participation, RecurrenceId } from '../event/index.js'
import { printRecurrenceId, recurrenceIdOf } from '../event/index.js'
import type { Walked, Walker } from '../occurrence/index.js'
import { walkSeries } from '../occurrence/index.js'
import type { TenantSeriesRow } from '../ports/index.js'
import type { ClosedWindow, Instant } from '../time/index.js'
import { MIN_INSTANT, UTC, zoneOf } from '../time/index.js'
import { updatedFromOf } from './tenant-filter.js'
import type { TenantPlace, TenantSlice } from './tenant-slice.js'
import { placeAt } from './tenant-slice.js'

/** The next occurrence of a series by start; null at the end. */
export type PlaceWalker = () => TenantPlace | null | 'TooCostly'

/**
 * Walks through the occurrences of a series that are rows of the slice, cancelled ones too, by start and then by id.
 *
 * An occurrence was last updated when its series was, or when it entered the sync window, whichever was later. Those that
 * were updated too early are not looked at.
 */
export const walkOccurrences = (series: TenantSeriesRow, slice: TenantSlice): PlaceWalker => {
  const { key, event } = series
  const walker = walkSeries(
    { uid: key.uid, participation: NOBODY, event },
    {
      window: updatedWindow(series, slice),
      zone: zoneOf(UTC),
      direction: slice.direction === 'Ascending' ? 'forward' : 'backward',
      answers: null,
      which: 'All',
    },
  )
  return placing(walker, series, slice)
}

const placing =
  (walker: Walker, { key, event }: TenantSeriesRow, slice: TenantSlice): PlaceWalker =>
  () => {
    for (;;) {
      const walked = walker()
      if (walked === null || walked === 'TooCostly') return walked
      const recurrenceId = recurrenceIdOf(walked.localSeconds)
      if (!isNamed(recurrenceId, event.time, slice)) continue
      const { start, end }: Walked = walked
      const updatedAt = Math.max(key.updatedAt, enteredAt(start, slice))
      return placeAt({ ...key, start, end, updatedAt }, slice.order, recurrenceId)
    }
  }

const isNamed = (
  id: RecurrenceId,
  time: TenantSeriesRow['event']['time'],
  { filter }: TenantSlice,
): boolean =>
  filter.recurrenceId === undefined || filter.recurrenceId === printRecurrenceId(id, time)

/** When what starts at `start` entered the sync window; never before it did. */
const enteredAt = (start: Instant, { now, aheadMs }: TenantSlice): Instant => {
  const entered = start - aheadMs + 1
  return entered <= now ? entered : MIN_INSTANT
}

/** Of a series that was updated too early only those are rows that entered late enough. */
const updatedWindow = ({ key }: TenantSeriesRow, slice: TenantSlice): ClosedWindow => {
  const { occurrences, now, aheadMs, filter } = slice
  const updatedFrom = updatedFromOf(filter)
  if (key.updatedAt >= updatedFrom) return occurrences
  return {
    ...occurrences,
    startFrom: Math.max(occurrences.startFrom, updatedFrom + aheadMs - 1),
    startTo: Math.min(occurrences.startTo, now + aheadMs - 1),
  }
}

const NOBODY: Participation = {
  userId: '',
  status: 'NeedsAction',
  answer: null,
  occurrences: new Map(),
}
