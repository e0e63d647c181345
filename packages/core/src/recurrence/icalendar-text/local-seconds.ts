import { DAY_SECONDS } from '../../time/units.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { zoneOf } from '../../time/zone.js'
import { left, right } from '../either.js'
import { mod } from '../gregorian/calendar.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RecurrenceRejection } from '../rejection.js'
import type { Until } from '../rule.js'
import { readingOf } from '../rule-text/reading-of.js'
import { notAllowedWith } from '../rule-text/refusals.js'
import { type Moment, readMoment, type TimedLine } from './moment.js'

/**
 * Reads a time of a property as local seconds in the zone of `start`.
 *
 * Strict reading refuses another kind of time than the start's: a date among times, a floating time among
 * zoned ones. Lenient reading takes a date for the start's time of day on it, and else the reading as it stands.
 */
export const readLocalSeconds = (
  text: string,
  timed: TimedLine,
  start: RecurrenceStart,
): Either<RecurrenceRejection, number> => {
  const moment = readMoment(text, timed)
  if (moment._tag === 'Left') return moment
  const exact = exactlyIn(start, moment.right)
  if (exact !== null) return right(exact)
  return timed.mode === 'strict'
    ? left(notAllowedWith(timed.line.name, 'DTSTART'))
    : right(nearestIn(start, moment.right.stamp))
}

/** The instant a zoned moment names, in seconds; null when it names none. */
export const epochSecondsOf = ({ stamp, timeZone }: Moment): number | null => {
  if (stamp.type === 'Utc') return stamp.epochSeconds
  if (stamp.type === 'Date' || timeZone === null) return null
  return zoneOf(timeZone).instantOf(stamp.localSeconds * 1000) / 1000
}

/** Null when the moment is of another kind than the start. */
const exactlyIn = (start: RecurrenceStart, moment: Moment): number | null => {
  const { stamp, timeZone } = moment
  if (start.type === 'Date') return stamp.type === 'Date' ? stamp.day * DAY_SECONDS : null
  if (start.type === 'Floating')
    return stamp.type === 'Local' && timeZone === null ? stamp.localSeconds : null
  if (stamp.type === 'Local' && timeZone === start.timeZone) return stamp.localSeconds
  const epochSeconds = epochSecondsOf(moment)
  return epochSeconds === null ? null : zoneOf(start.timeZone).localMsOf(epochSeconds * 1000) / 1000
}

const nearestIn = (start: RecurrenceStart, stamp: Until): number => {
  const reading = readingOf(stamp)
  if (start.type === 'Date') return reading - mod(reading, DAY_SECONDS)
  return stamp.type === 'Date' ? reading + mod(start.localSeconds, DAY_SECONDS) : reading
}
