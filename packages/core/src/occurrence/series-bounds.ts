import * as E from 'fp-ts/lib/Either.js'
import type { CalendarEvent } from '../event/index.js'
import { openSeries } from '../event/index.js'
import { next, type OpenSet, previous } from '../recurrence/index.js'
import { DAY_MS, MAX_INSTANT, MIN_INSTANT } from '../time/index.js'
import { indexedBounds } from './occurrence.js'

/**
 * Between which instants all occurrences of a series take place, changed ones where they went.
 *
 * Coarse: all-day ones are widened by a day, for whatever zone they are seen in; a series without an end, or
 * whose end costs too much to find, ends at `MAX_INSTANT`.
 */
export const seriesBounds = (
  series: Pick<CalendarEvent, 'time' | 'recurrence' | 'overrides'>,
): { readonly start: number; readonly end: number } => {
  const bounds = indexedBounds(series.time)
  const { first, last } = outermost(openSeries(series))
  let start = first
  let end = last === MAX_INSTANT ? last : last + (bounds.end - bounds.start)
  let margin = series.time.type === 'AllDay' ? DAY_MS : 0
  for (const { time } of series.overrides.values()) {
    if (time === undefined) continue
    const moved = indexedBounds(time)
    start = Math.min(start, moved.start)
    end = Math.max(end, moved.end)
    if (time.type === 'AllDay') margin = DAY_MS
  }
  return { start: Math.max(start - margin, MIN_INSTANT), end: Math.min(end + margin, MAX_INSTANT) }
}

/** The starts of the first and the last occurrence. */
const outermost = (open: OpenSet): { readonly first: number; readonly last: number } => {
  const first = next(open, -Infinity)
  const last = open.isEndless() ? null : previous(open, Infinity)
  return {
    first: E.isLeft(first) ? MIN_INSTANT : (first.right?.startMs ?? MAX_INSTANT),
    last: last === null || E.isLeft(last) ? MAX_INSTANT : (last.right?.startMs ?? MIN_INSTANT),
  }
}
