import { DAY_SECONDS } from '../../time/units.js'
import type { Until } from '../rule.js'

/** What a stamp says, its zone apart, in seconds as if in UTC; of a date its midnight. */
export const readingOf = (stamp: Until): number => {
  switch (stamp.type) {
    case 'Date':
      return stamp.day * DAY_SECONDS
    case 'Local':
      return stamp.localSeconds
    case 'Utc':
      return stamp.epochSeconds
  }
}
