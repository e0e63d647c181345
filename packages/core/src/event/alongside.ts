import { addDays, DAY_MS, daysOfLocalDate, localDateOfDays, zoneOf } from '../time/index.js'
import { clockMsOf } from './clock-of.js'
import { type EventTime, sameTime } from './event-time.js'

/**
 * What becomes of `time` when `from` becomes `to`, which may be another occurrence of the same series: it moves as far on
 * the clock, and lasts as long as `to`.
 */
export const alongside = (time: EventTime, from: EventTime, to: EventTime): EventTime => {
  if (sameTime(time, from)) return to
  if (sameTime(from, to)) return time
  const shiftMs = clockMsOf(to) - clockMsOf(from)
  if (to.type === 'AllDay') {
    const days = dayOf(clockMsOf(to)) - dayOf(clockMsOf(from))
    const start = localDateOfDays(dayOf(clockMsOf(time)) + days)
    return {
      ...to,
      start,
      end: addDays(start, daysOfLocalDate(to.end) - daysOfLocalDate(to.start)),
    }
  }
  const start = zoneOf(to.timeZone).instantOf(clockMsOf(time) + shiftMs)
  return { ...to, start, end: start + (to.end - to.start) }
}

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS)
