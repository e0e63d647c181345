import { openSeries } from '../event/index.js'
import type { Instant, TimeZoneId, Zone } from '../time/index.js'
import { closeWindow, everything } from '../time/index.js'
import type { SeriesSummary } from './rows.js'
import type { ListedSeries } from './series-walk.js'
import { walkSeries } from './series-walk.js'

/**
 * When the last occurrence of a series starts that takes place; of a cancelled series, would have. All-day ones as `zone` has
 * them. Null for a series without an end, and where the end costs too much to find.
 *
 * Kept as long as the summary is.
 */
export const lastStart = (series: ListedSeries, zone: Zone): Instant | null => {
  const kept = known.get(series.event)
  if (kept?.zone === zone.id) return kept.start
  const start = found(series, zone)
  known.set(series.event, { zone: zone.id, start })
  return start
}

interface Known {
  readonly zone: TimeZoneId
  readonly start: Instant | null
}

const known = new WeakMap<SeriesSummary, Known>()

const found = (series: ListedSeries, zone: Zone): Instant | null => {
  const { event } = series
  if (openSeries(event).isEndless()) return null
  const last = walkSeries(series, {
    window: closeWindow(everything),
    zone,
    direction: 'backward',
    answers: null,
    which: event.status === 'Cancelled' ? 'All' : 'Standing',
  })()
  return last === null || last === 'TooCostly' ? null : last.start
}
