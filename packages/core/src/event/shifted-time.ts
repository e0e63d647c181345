import { addDays, DAY_SECONDS, SECOND_MS, type TimeZoneId, UTC, zoneOf } from '../time/index.js'
import type { EventTime } from './event-time.js'

/** How far a series moved on the clock, and the zones in which it was and is read. */
export interface Shift {
  readonly shiftSeconds: number
  readonly from: TimeZoneId | null
  readonly to: TimeZoneId | null
}

/**
 * The time of a changed occurrence after its series moved: as far on the clock of its own zone, which follows
 * that of the series where it was the same. A timed one lasts as long as before; days move by whole days.
 */
export const shiftedTime = (time: EventTime, { shiftSeconds, from, to }: Shift): EventTime => {
  const timeZone = time.timeZone === from ? to : time.timeZone
  if (time.type === 'AllDay') {
    const days = Math.round(shiftSeconds / DAY_SECONDS)
    return { ...time, timeZone, start: addDays(time.start, days), end: addDays(time.end, days) }
  }
  const localMs = zoneOf(time.timeZone).localMsOf(time.start) + shiftSeconds * SECOND_MS
  const start = zoneOf(timeZone ?? UTC).instantOf(localMs)
  return { ...time, timeZone: timeZone ?? UTC, start, end: start + (time.end - time.start) }
}
