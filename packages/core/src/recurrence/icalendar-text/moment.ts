import type { Either } from 'fp-ts/lib/Either.js'
import type { TimeZoneId } from '../../time/time-zone-id.js'
import { left, right } from '../either.js'
import type { RecurrenceRejection } from '../rejection.js'
import type { Until } from '../rule.js'
import type { ParseMode } from '../rule-text/circumstances.js'
import { faulty, notAllowedWith } from '../rule-text/refusals.js'
import { readStamp } from '../rule-text/stamp.js'
import { timeZoneNamed } from '../rule-text/time-zone.js'
import type { ContentLine } from './content-lines.js'

/** A time as a property has it: the stamp, and the zone of its reading; null without a TZID. */
export interface Moment {
  readonly stamp: Until
  readonly timeZone: TimeZoneId | null
}

/** A property whose times are read. */
export interface TimedLine {
  readonly line: ContentLine
  readonly timeZone: TimeZoneId | null
  readonly mode: ParseMode
}

/**
 * Finds the zone of a property's TZID.
 *
 * Lenient reading finds it also at the end of a longer name: `/example.org/2027a/Europe/Berlin`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.2.19
 */
export const timedLine = (
  line: ContentLine,
  mode: ParseMode,
): Either<RecurrenceRejection, TimedLine> => {
  const name = line.parameters.get('TZID')
  if (name === undefined) return right({ line, timeZone: null, mode })
  const timeZone = timeZoneNamed(name) ?? (mode === 'lenient' ? namedAtTheEnd(name) : undefined)
  return timeZone === undefined
    ? left(faulty('Unsupported', 'TZID', name))
    : right({ line, timeZone, mode })
}

/**
 * Reads one DATE or DATE-TIME of a property.
 *
 * Strict reading holds it to the property's VALUE, and TZID to local times.
 */
export const readMoment = (
  text: string,
  { line, timeZone, mode }: TimedLine,
): Either<RecurrenceRejection, Moment> => {
  const stamp = readStamp(mode === 'lenient' ? text.trim().toUpperCase() : text)
  if (typeof stamp === 'string') return left(faulty(stamp, line.name, text))
  if (mode === 'strict') {
    if ((line.parameters.get('VALUE')?.toUpperCase() === 'DATE') !== (stamp.type === 'Date'))
      return left(faulty('InvalidValue', line.name, text))
    if (timeZone !== null && stamp.type !== 'Local') return left(notAllowedWith('TZID', line.name))
  }
  return right({ stamp, timeZone })
}

const namedAtTheEnd = (name: string): TimeZoneId | undefined => {
  const names = name.slice(-MAX_NAME).split('/')
  for (let last = 3; last >= 1; last -= 1) {
    const found = timeZoneNamed(names.slice(-last).join('/'))
    if (found !== undefined) return found
  }
  return undefined
}
const MAX_NAME = 100
