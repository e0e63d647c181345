import type { Zone } from '../time/index.js'
import { DAY_MS } from '../time/index.js'
import type { Stretch } from './stretch.js'
import { united } from './stretch.js'
import type { WorkingWeek } from './working-hours.js'

/**
 * The stretches within a window at which a week's hours lie in `zone`, apart and in order.
 *
 * Each end of a span is an instant by the zone's own rule: in a gap it is shifted by the offset before,
 * in a fold it is the first pass. So a night has an hour more or less when the clock changes, and a span of
 * which the gap leaves nothing is no time that day. A day that the zone skipped has no hours.
 */
export const workingStretches = (
  zone: Zone,
  week: WorkingWeek,
  [from, to]: Stretch,
): readonly Stretch[] => {
  const all: Stretch[] = []
  // Two days before: a night may follow upon a day that the zone skipped.
  const firstDay = Math.floor(zone.localMsOf(from) / DAY_MS) - 2
  const lastDay = Math.floor(zone.localMsOf(to) / DAY_MS) + 1
  for (let day = firstDay; day <= lastDay; day += 1) {
    const dateMs = day * DAY_MS
    if (zone.instantOf(dateMs) >= zone.instantOf(dateMs + DAY_MS)) continue
    for (const { startMs, endMs } of week[weekdayOf(day)] ?? []) {
      const start = Math.max(zone.instantOf(dateMs + startMs), from)
      const end = Math.min(zone.instantOf(dateMs + endMs), to)
      if (start < end) all.push([start, end])
    }
  }
  return united(all)
}

/** Monday is 0. The day 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7
