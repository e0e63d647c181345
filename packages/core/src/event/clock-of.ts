import { DAY_MS, daysOfLocalDate, localMsOf, zoneOf } from '../time/index.js'
import type { EventTime } from './event-time.js'
import type { RecurrenceId } from './recurrence-id.js'

/** What the clock of its zone shows when an event starts, in milliseconds as if in UTC; of all-day ones their midnight. */
export const clockMsOf = (time: EventTime): number =>
  time.type === 'AllDay'
    ? daysOfLocalDate(time.start) * DAY_MS
    : zoneOf(time.timeZone).localMsOf(time.start)

/**
 * When an occurrence of a series at `time` would start unchanged: an instant, or the midnight as if in UTC where the
 * series is all-day.
 */
export const startMsOf = (time: EventTime, id: RecurrenceId): number =>
  time.type === 'AllDay' ? localMsOf(id) : zoneOf(time.timeZone).instantOf(localMsOf(id))
