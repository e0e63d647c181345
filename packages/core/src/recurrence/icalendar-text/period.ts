import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from '../either.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RecurrenceRejection } from '../rejection.js'
import { faulty } from '../rule-text/refusals.js'
import { type CalendarDuration, readDuration } from './duration.js'
import { lasting } from './lasting.js'
import { readLocalSeconds } from './local-seconds.js'
import { readMoment, type TimedLine } from './moment.js'

/** An occurrence with a length of its own: where it starts, and how long it lasts. */
export interface ParsedPeriod {
  readonly localSeconds: number
  readonly duration: CalendarDuration
}

/**
 * Reads a period of RDATE: `19970101T180000Z/19970102T070000Z`, `19970101T180000Z/PT5H30M`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.9
 */
export const readPeriod = (
  text: string,
  timed: TimedLine,
  start: RecurrenceStart,
): Either<RecurrenceRejection, ParsedPeriod> => {
  const slash = text.indexOf('/')
  if (slash === -1) return left(faulty('InvalidValue', timed.line.name, text))
  const [first, last] = [text.slice(0, slash), text.slice(slash + 1)]
  const localSeconds = readLocalSeconds(first, timed, start)
  if (localSeconds._tag === 'Left') return localSeconds
  const duration = readDuration(last.trim().toUpperCase()) ?? until(last, first, timed)
  return duration === null
    ? left(faulty('InvalidValue', timed.line.name, text))
    : right({ localSeconds: localSeconds.right, duration })
}

const until = (last: string, first: string, timed: TimedLine): CalendarDuration | null => {
  const [from, to] = [readMoment(first, timed), readMoment(last, timed)]
  return from._tag === 'Left' || to._tag === 'Left' ? null : lasting(from.right, to.right)
}
