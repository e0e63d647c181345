import * as E from 'fp-ts/lib/Either.js'
import { parseRule, type RecurrenceRejection } from '../recurrence/index.js'
import type { Recurrence } from './calendar-event.js'
import type { EventLimits } from './limits.js'

/**
 * What is wrong with recurrence lines whatever event they are for; null when nothing is. They are RRULE (at most one),
 * RDATE and EXDATE, each on a line of its own, not too long together.
 */
export const formRefusal = (
  lines: Recurrence,
  { recurrenceLength }: EventLimits,
): RecurrenceRejection | null => {
  const length = lines.reduce((sum, line) => sum + line.length, lines.length)
  if (length > recurrenceLength)
    return { type: 'TooLong', part: 'recurrence', limit: recurrenceLength }
  for (const line of lines) {
    const refusal = lineRefusal(line)
    if (refusal !== null) return refusal
  }
  const [rule, second] = lines.filter((line) => nameOf(line) === 'RRULE')
  if (rule === undefined) return null
  if (second !== undefined) return { type: 'RepeatedPart', part: 'RRULE' }
  const parsed = parseRule(rule.slice(rule.indexOf(':') + 1), { mode: 'strict', start: null })
  return E.isLeft(parsed) ? parsed.left : null
}

const lineRefusal = (line: string): RecurrenceRejection | null => {
  const name = nameOf(line)
  if (!NAMES.has(name)) return { type: 'UnknownPart', part: name.slice(0, 100) }
  // A rule takes no parameters that say anything; what follows the name is its value.
  const isPlain = !BREAKS.test(line) && (name !== 'RRULE' || line.charAt(name.length) === ':')
  return isPlain ? null : { type: 'InvalidValue', part: name, value: line.slice(0, 100) }
}

const nameOf = (line: string): string => (/^[^:;]*/.exec(line)?.[0] ?? '').toUpperCase()

const NAMES: ReadonlySet<string> = new Set(['RRULE', 'RDATE', 'EXDATE'])

/** Line breaks, and other characters that no content line holds. */
const BREAKS = /[\p{Cc}\u2028\u2029]/u
