import type { CalendarDuration, EventTime } from '@kalends/core'
import { addDays, DAY_MS, SECOND_MS, zoneOf } from '@kalends/core'

/** The time that begins where `time` does and lasts `duration`: its days on the clock, its seconds exactly. */
export const periodTime = (time: EventTime, { days, seconds }: CalendarDuration): EventTime => {
  if (time.type === 'AllDay') return { ...time, end: addDays(time.start, Math.max(days, 1)) }
  const zone = zoneOf(time.timeZone)
  const lastDay =
    days === 0 ? time.start : zone.instantOf(zone.localMsOf(time.start) + days * DAY_MS)
  return { ...time, end: Math.max(time.start, lastDay + seconds * SECOND_MS) }
}
