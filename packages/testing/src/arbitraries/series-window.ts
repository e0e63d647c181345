import type { ClosedWindow, EventTime, Instant, Window, Zone } from '@kalends/core'
import {
  boundsIn,
  closeWindow,
  DAY_MS,
  MAX_INSTANT,
  occurrenceTime,
  openSeries,
  zoneOf,
} from '@kalends/core'
import * as fc from 'fast-check'
import type { DrawnSeries } from './drawn-series.js'
import { drawnSeries } from './drawn-series.js'
import { record } from './record.js'
import { firstIdsOf } from './series-deed.js'
import { windowAmong } from './window.js'

/** A series and a window on it, which ends at `until` at the latest: `MAX_INSTANT` where the series ends by itself. */
export interface SeriesAndWindow extends DrawnSeries {
  readonly window: ClosedWindow
  readonly until: Instant
  /** An instant on the way, an edge of an occurrence most often. */
  readonly cut: Instant
}

/** Windows whose bounds are the edges of the first occurrences, where these are and where they were. */
export const seriesAndWindow = (): fc.Arbitrary<SeriesAndWindow> =>
  drawnSeries().chain((drawn) => {
    const edges = edgesOf(drawn)
    const isEndless = openSeries(drawn.event).isEndless()
    const until = isEndless ? Math.max(...edges) + 20 * DAY_MS : MAX_INSTANT
    return record({
      window: windowAmong(edges),
      cut: fc.constantFrom(...edges),
    }).map(({ window, cut }) => ({ ...drawn, until, cut, window: endingBy(window, until) }))
  })

const endingBy = (window: Window, until: Instant): ClosedWindow => {
  const closed = closeWindow(window)
  return { ...closed, startTo: Math.min(closed.startTo, until) }
}

/** The changed ones four times as often. */
const edgesOf = ({ event, viewerZone }: DrawnSeries): readonly Instant[] => {
  const zone = zoneOf(viewerZone)
  const slots = firstIdsOf(event, 15).map((id) => occurrenceTime(event.time, id))
  const moved = [...event.overrides].flatMap(([id, { time }]) =>
    time === undefined ? [] : [time, time, time, occurrenceTime(event.time, id)],
  )
  return [...slots, ...moved].flatMap((time) => Object.values(boundsOf(time, zone)))
}

const boundsOf = (time: EventTime, zone: Zone) => {
  const { start, end } = boundsIn(time, zone)
  return { start, end }
}
