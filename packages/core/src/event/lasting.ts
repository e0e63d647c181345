import { DAY_MS, daysOfLocalDate } from '../time/index.js'
import type { EventTime } from './event-time.js'

/** How long an event lasts, in milliseconds; an all-day one as if its days had 24 hours. */
export const lastingMsOf = (time: EventTime): number =>
  time.type === 'Timed'
    ? time.end - time.start
    : (daysOfLocalDate(time.end) - daysOfLocalDate(time.start)) * DAY_MS
