import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventSummary, ListedSeries } from '../occurrence/index.js'
import { boundsIn, walkSeries } from '../occurrence/index.js'
import type { OrderedSource } from '../query/index.js'
import { compareIn } from '../query/index.js'
import { zoneOf } from '../time/index.js'
import type { SeriesFailure } from './failure.js'
import { walkOf } from './series-occurrences.js'
import type { Row, Slice } from './singles.js'

/**
 * Each series once: those with an occurrence in the window, by their own start. The viewer's answer is that to the series.
 */
export const seriesOnce = (
  all: readonly ListedSeries[],
  slice: Slice,
): OrderedSource<SeriesFailure, Row> => {
  const rows: Row[] = []
  for (const series of all) {
    const met = occursIn(series, slice)
    if (met === 'TooCostly') {
      return () => TE.left({ type: 'RecurrenceTooCostly', uid: series.uid })
    }
    if (met === 'Met') rows.push(rowOf(series, slice))
  }
  const compare = compareIn(slice.direction)
  const { from } = slice
  let rest = rows
    .filter(({ key }) => from === null || compare(key, from) >= 0)
    .sort((a, b) => compare(a.key, b.key))
  return () => {
    const batch = rest
    rest = []
    return TE.right(batch)
  }
}

const occursIn = (series: ListedSeries, slice: Slice): 'Met' | 'Missed' | 'TooCostly' => {
  const { filter } = slice
  if (filter.answers?.includes(series.participation.status) === false) return 'Missed'
  if (filter.listing === 'Cancelled' && series.event.status !== 'Cancelled') return 'Missed'
  // The whole window counts, wherever the page begins.
  const walk = walkOf(series, { ...slice, direction: 'Ascending', from: null })
  const first = walkSeries(series, { ...walk, answers: null })()
  return first === 'TooCostly' ? first : first === null ? 'Missed' : 'Met'
}

const rowOf = ({ uid, participation, event }: ListedSeries, { filter }: Slice): Row => {
  const { overrides: _, ...summary } = event
  const { start, end } = boundsIn(event.time, zoneOf(filter.timeZone))
  return {
    uid,
    recurrenceId: null,
    seriesTime: null,
    start,
    end,
    status: participation.status,
    event: summary satisfies EventSummary,
    key: { start, uid, recurrenceId: '' },
  }
}
