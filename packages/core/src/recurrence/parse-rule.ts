import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from './either.js'
import type { RecurrenceRejection } from './rejection.js'
import type { RecurrenceRule } from './rule.js'
import type { Circumstances } from './rule-text/circumstances.js'
import { emptyDraft, type RuleDraft } from './rule-text/draft.js'
import { PARTS } from './rule-text/parts.js'
import { faulty, tooLong } from './rule-text/refusals.js'
import { settle } from './rule-text/settle.js'

/**
 * Reads a recurrence rule, with or without `RRULE:` before it: `FREQ=MONTHLY;BYDAY=-1FR`. Ignores case.
 *
 * Refuses, naming the part, what the RFC does not allow; what hangs on the start only when that is given.
 * Lenient reading also takes
 *
 * - white space, empty parts, a last `;`, `X-` parts (ignored) and a part said twice in the same words;
 * - an UNTIL of another kind than the start: a date is the whole day, a time is one of the start's zone; and
 *   one with hyphens and colons;
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
  options: Circumstances,
): Either<RecurrenceRejection, RecurrenceRule> => {
  if (text.length > MAX_LENGTH) return left(tooLong('RRULE', MAX_LENGTH))
  const draft = emptyDraft()
  const refusal =
    readParts(draft, normal(text, options.mode), options.mode) ?? settle(draft, options)
  return refusal === null ? finished(draft) : left(refusal)
}

const normal = (text: string, mode: Circumstances['mode']): string => {
  // Upper case would turn some letters beyond ASCII into ASCII ones.
  const upper = ASCII.test(text) ? text.toUpperCase() : text
  const dense = mode === 'lenient' ? upper.replace(/\s/g, '') : upper
  return dense.startsWith(PREFIX) ? dense.slice(PREFIX.length) : dense
}

const readParts = (
  draft: RuleDraft,
  text: string,
  mode: Circumstances['mode'],
): RecurrenceRejection | null => {
  let from = 0
  while (from <= text.length) {
    const semicolon = text.indexOf(';', from)
    const to = semicolon === -1 ? text.length : semicolon
    const refusal = readPart(draft, text.slice(from, to), mode)
    if (refusal !== null) return refusal
    from = to + 1
  }
  return null
}

const readPart = (
  draft: RuleDraft,
  part: string,
  mode: Circumstances['mode'],
): RecurrenceRejection | null => {
  const equals = part.indexOf('=')
  const name = equals === -1 ? part : part.slice(0, equals)
  const value = equals === -1 ? '' : part.slice(equals + 1)
  if (mode === 'lenient' && isIgnored(draft, name, value)) return null
  const read = PARTS.get(name)
  if (part === '') return faulty('InvalidValue', 'RRULE', ';')
  if (read === undefined) return { type: 'UnknownPart', part: name.slice(0, 100) }
  if (draft.seen.has(name)) return { type: 'RepeatedPart', part: name }
  draft.seen.set(name, value)
  // `2027-03-08` is found in UNTIL, and means what it looks like.
  return read(draft, mode === 'lenient' && name === 'UNTIL' ? value.replace(/[-:]/g, '') : value)
}

const isIgnored = (draft: RuleDraft, name: string, value: string): boolean =>
  name.startsWith('X-') ||
  (value === '' && (name === '' || PARTS.has(name))) ||
  (value !== '' && draft.seen.get(name) === value)

const finished = ({ seen: _, frequency, ...parts }: RuleDraft) => {
  if (frequency === null) return left<RecurrenceRejection>({ type: 'MissingPart', part: 'FREQ' })
  return right<RecurrenceRule>({ frequency, ...parts })
}

const PREFIX = 'RRULE:'
const MAX_LENGTH = 10_000
const ASCII = /^[\0-\x7f]*$/
