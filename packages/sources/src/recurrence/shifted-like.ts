import type { EventTime, TimedTime } from '@kalends/core'
import { addDays, daysOfLocalDate, zoneOf } from '@kalends/core'

/**
 * Moves `time` by as much on the clock as `after` was moved from `before`, and makes it last as long. Where the one is
 * timed and the other all-day there is no such distance: it stays.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.2.13
 */
export const shiftedLike = (
  { before, after }: { readonly before: EventTime; readonly after: EventTime },
  time: EventTime,
): EventTime => {
  if (before.type === 'AllDay' && after.type === 'AllDay' && time.type === 'AllDay') {
    const days = daysOfLocalDate(after.start) - daysOfLocalDate(before.start)
    const start = addDays(time.start, days)
    const length = daysOfLocalDate(after.end) - daysOfLocalDate(after.start)
    return { ...after, start, end: addDays(start, length) }
  }
  if (before.type !== 'Timed' || after.type !== 'Timed' || time.type !== 'Timed') return time
  const shift = localStart(after) - localStart(before)
  const start = zoneOf(after.timeZone).instantOf(localStart(time) + shift)
  return { ...after, start, end: start + (after.end - after.start) }
}

const localStart = ({ start, timeZone }: TimedTime): number => zoneOf(timeZone).localMsOf(start)
