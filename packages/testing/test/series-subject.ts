import type { ListedSeries, SeriesWalk } from '@kalends/core'
import {
  occurrenceOf,
  occurrenceRow,
  recurrenceIdAt,
  seriesBounds,
  walkSeries,
} from '@kalends/core'
import type { SeriesOccurrence, SeriesReader } from '../src/index.js'
import { summaryOf } from '../src/index.js'

/** How core reads series. */
export const coreReader: SeriesReader = {
  read: ({ event, userId, walk, limit }) => {
    const participation = event.participants.get(userId)
    if (participation === undefined) return []
    return walked({ uid: event.uid, participation, event: summaryOf(event) }, walk, limit)
  },
  find: (event, name) => {
    const id = recurrenceIdAt(event, name)
    return id === null ? null : occurrenceOf(event, id)
  },
  bounds: seriesBounds,
}

const walked = (
  series: ListedSeries,
  walk: SeriesWalk,
  limit: number,
): readonly SeriesOccurrence[] | 'TooCostly' => {
  const next = walkSeries(series, walk)
  const found: SeriesOccurrence[] = []
  while (found.length < limit) {
    const each = next()
    if (each === 'TooCostly') return each
    if (each === null) break
    const { recurrenceId, start, end, status } = occurrenceRow(series, each)
    found.push({ recurrenceId, start, end, status })
  }
  return found
}
