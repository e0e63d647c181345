import { readingOf } from '../rule-text/reading-of.js'
import type { CalendarDuration } from './duration.js'
import { epochSecondsOf } from './local-seconds.js'
import type { Moment } from './moment.js'

/**
 * How long from `from` to `to`: whole days between dates, else exact seconds, by the wall clock when one of
 * them has no zone. Null when `to` is earlier.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.2.2
 */
export const lasting = (from: Moment, to: Moment): CalendarDuration | null => {
  if (from.stamp.type === 'Date' && to.stamp.type === 'Date')
    return positive({ days: to.stamp.day - from.stamp.day, seconds: 0 })
  const [first, last] = [epochSecondsOf(from), epochSecondsOf(to)]
  const seconds =
    first === null || last === null ? readingOf(to.stamp) - readingOf(from.stamp) : last - first
  return positive({ days: 0, seconds })
}

const positive = (duration: CalendarDuration): CalendarDuration | null =>
  duration.days < 0 || duration.seconds < 0 ? null : duration
