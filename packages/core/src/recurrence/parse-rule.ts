import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from './either.js'
import type { RecurrenceRejection } from './rejection.js'
import type { RecurrenceRule } from './rule.js'
import type { Circumstances } from './rule-text/circumstances.js'
import { newReading, type Reading } from './rule-text/draft.js'
import { partNamed } from './rule-text/parts.js'
import { faulty, repeated, tooLong } from './rule-text/refusals.js'
import { settle } from './rule-text/settle.js'

/**
 * Reads a recurrence rule, with or without `RRULE:` before it: `FREQ=MONTHLY;BYDAY=-1FR`. Ignores case.
 *
 * Refuses, naming the part, what the RFC does not allow; what hangs on the start only when that is given. Takes
 * two habits that break its words and mislead no one: a last `;`, and an UNTIL in UTC for a floating start or
 * in local time for a zoned one. Lenient reading also takes
 *
 * - white space, empty parts, `X-` parts (ignored) and a part said twice in the same words;
 * - an UNTIL of another value type than the start: a date is the whole day, a time its day; and one with
 *   hyphens and colons;
 * - times of day where the start is a date (ignored), SKIP without RSCALE;
 * - `1MO` in a week, and BYSETPOS of a single occurrence.
 *
 * The time it takes grows with the text alone, which has at most 10,000 characters.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 * @see https://www.rfc-editor.org/rfc/rfc7529#section-4
 */
export const parseRule = (
  text: string,
  given: Circumstances,
): Either<RecurrenceRejection, RecurrenceRule> => {
  if (text.length > MAX_LENGTH) return left(tooLong('RRULE', MAX_LENGTH))
  const reading = newReading(given)
  const refusal = readParts(reading, normal(text, given)) ?? settle(reading)
  return refusal === null ? right(reading.rule) : left(refusal)
}

const normal = (text: string, { mode }: Circumstances): string => {
  // Upper case would turn some letters beyond ASCII into ASCII ones.
  const upper = ASCII.test(text) ? text.toUpperCase() : text
  const dense = mode === 'lenient' ? upper.replace(/\s/g, '') : upper
  // A last `;`, which many write, begins no part.
  return dense.replace(/^RRULE:/, '').replace(/;$/, '')
}

const readParts = (reading: Reading, text: string): RecurrenceRejection | null => {
  for (const part of text.split(';')) {
    const refusal = readPart(reading, part)
    if (refusal !== null) return refusal
  }
  return null
}

const readPart = ({ rule, seen, mode }: Reading, part: string): RecurrenceRejection | null => {
  const equals = `${part}=`.indexOf('=')
  const name = part.slice(0, equals)
  const value = part.slice(equals + 1)
  const read = partNamed(name)
  const isEmpty = value === '' && (name === '' || read !== undefined)
  const isSaid = value !== '' && seen.get(name) === value
  if (mode === 'lenient' && (isEmpty || isSaid || name.startsWith('X-'))) return null
  if (part === '') return faulty('InvalidValue', 'RRULE', ';')
  if (read === undefined) return { type: 'UnknownPart', part: name.slice(0, 100) }
  if (seen.has(name)) return repeated(name)
  seen.set(name, value)
  // `2027-03-08` is found in UNTIL, and means what it looks like.
  const isUntil = mode === 'lenient' && name === 'UNTIL'
  return read(rule, name, isUntil ? value.replace(/[-:]/g, '') : value)
}

const MAX_LENGTH = 10_000
const ASCII = /^[\0-\x7f]*$/
