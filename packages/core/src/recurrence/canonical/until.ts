import { zoneOf } from '../../time/zone.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { Until } from '../rule.js'

/** UNTIL in the only form RFC 5545 has for a zoned start, UTC; others as they are. */
export const canonicalUntil = (until: Until | null, start: RecurrenceStart): Until | null =>
  until?.type === 'Local' && start.type === 'Zoned'
    ? {
        type: 'Utc',
        epochSeconds: zoneOf(start.timeZone).instantOf(until.localSeconds * 1000) / 1000,
      }
    : until
