import { DAY_SECONDS } from '../time/units.js'
import type { RecurrenceStart } from './recurrence-set.js'

/** The local seconds at which a recurrence begins: of a date, its midnight. */
export const secondsOfStart = (start: RecurrenceStart): number =>
  start.type === 'Date' ? start.day * DAY_SECONDS : start.localSeconds
