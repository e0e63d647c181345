import { isLeft } from 'fp-ts/lib/Either.js'
import { hasOccurrence } from '../event/dropped-exceptions.js'
import type { EventLimits, EventTime, Problem, Rejection } from '../event/index.js'
import { readRecurrence } from '../event/index.js'
import { SECOND_MS } from '../time/index.js'
import type { ImportEvent } from './command.js'

/** What is wrong with when an imported event, and each of its occurrences, takes place; null when nothing is. */
export const importRefusal = (command: ImportEvent, limits: EventLimits): Rejection | null => {
  const { time, recurrence, occurrences } = command
  if (occurrences.length > limits.overrides) {
    return { type: 'TooManyOverrides', limit: limits.overrides }
  }
  const times = [time, ...occurrences.map((each) => each.time)]
  if (times.some(({ start, end }) => end < start)) return { type: 'InvalidTimeRange' }
  if (recurrence === null) {
    const [first] = occurrences
    return first === undefined ? null : at(0, 'NotASeries')
  }
  const read = readRecurrence(time, recurrence, limits)
  if (isLeft(read)) return read.left
  if (!times.every(isInWholeSeconds)) {
    return { type: 'InvalidRecurrence', refusal: { type: 'FractionalSeconds' } }
  }
  return misplaced(command)
}

const isInWholeSeconds = (time: EventTime): boolean =>
  time.type === 'AllDay' || (time.start % SECOND_MS === 0 && time.end % SECOND_MS === 0)

/** The first occurrence that the series does not have, or that was named before. */
const misplaced = ({ time, recurrence, occurrences }: ImportEvent): Rejection | null => {
  const seen = new Set<string>()
  for (const [index, { recurrenceId }] of occurrences.entries()) {
    if (seen.has(recurrenceId)) return at(index, 'Taken')
    seen.add(recurrenceId)
    if (!hasOccurrence({ time, recurrence }, recurrenceId)) return at(index, 'NotAnOccurrence')
  }
  return null
}

const at = (index: number, reason: Problem['reason']): Rejection => ({
  type: 'InvalidFields',
  problems: [{ path: ['occurrences', String(index), 'recurrenceId'], reason }],
})
