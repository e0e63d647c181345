import { DAY_SECONDS } from '../../time/units.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RecurrenceRejection } from '../rejection.js'
import type { Until } from '../rule.js'
import type { Reading } from './draft.js'
import { readingOf } from './reading-of.js'
import { notAllowedWith } from './refusals.js'

/**
 * Brings UNTIL to the kind of time its start is: a date for dates, a local time for floating ones, for the others
 * UTC or a time of their zone.
 *
 * Strict reading holds it to the value type of the start: a date for dates, a time for times. UTC for a floating
 * start, and a local time for a zoned one, which writers mix up, mean one thing only: the same clock. Lenient
 * reading also takes a date for the whole day.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export const settleUntil = ({ rule, mode, start }: Reading): RecurrenceRejection | null => {
  const { until } = rule
  if (until === null || start === null) return null
  const isOfValueType = (until.type === 'Date') === (start.type === 'Date')
  if (mode === 'strict' && !isOfValueType) return notAllowedWith('UNTIL', 'DTSTART')
  rule.until = inKindOf(start, until)
  return null
}

const inKindOf = (start: RecurrenceStart, until: Until): Until => {
  const seconds = readingOf(until)
  if (start.type === 'Date') return { type: 'Date', day: Math.floor(seconds / DAY_SECONDS) }
  if (start.type === 'Zoned' && until.type === 'Utc') return until
  return {
    type: 'Local',
    localSeconds: until.type === 'Date' ? seconds + DAY_SECONDS - 1 : seconds,
  }
}
