import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from './either.js'
import { type ContentLine, contentLines } from './icalendar-text/content-lines.js'
import { readDates } from './icalendar-text/dates.js'
import { type CalendarDuration, readDuration } from './icalendar-text/duration.js'
import { lasting } from './icalendar-text/lasting.js'
import { type Moment, readMoment, timedLine } from './icalendar-text/moment.js'
import type { ParsedPeriod } from './icalendar-text/period.js'
import { startAt } from './icalendar-text/start.js'
import { parseRule } from './parse-rule.js'
import type { RecurrenceSet } from './recurrence-set.js'
import type { RecurrenceRejection } from './rejection.js'
import type { RecurrenceRule } from './rule.js'
import type { Circumstances, ParseMode } from './rule-text/circumstances.js'
import { faulty, missing, notAllowedWith, repeated, tooLong } from './rule-text/refusals.js'

/** What the properties of one component say of its recurrence. */
export interface ParsedSet {
  readonly set: RecurrenceSet
  /** Those of `set.dates` that have a length of their own. */
  readonly periods: readonly ParsedPeriod[]
  /** By DTEND or DURATION; null without either. */
  readonly duration: CalendarDuration | null
}

/**
 * Reads the recurrence of one component from its content lines: DTSTART, RRULE, EXRULE, RDATE, EXDATE, and
 * DTEND or DURATION. Other properties are passed over, time zones and alarms too.
 *
 * All times become local seconds in the zone of DTSTART. The start is an occurrence of its own when there
 * is no RRULE. Refusals name the property, or the part within a rule. At most 1,000,000 characters, 100 rules and
 * 20,000 dates of each kind.
 *
 * Lenient reading takes besides what `parseRule` does: a VALUE or TZID that does not fit the value, times of
 * another kind than DTSTART, an end before the start (ignored).
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5
 */
export const parseICalendarSet = (
  text: string,
  { mode }: { readonly mode: ParseMode },
): Either<RecurrenceRejection, ParsedSet> => {
  const lines = contentLines(text, NAMES)
  if (lines._tag === 'Left') return lines
  const properties: Properties = { mode, named: named(lines.right) }
  const first = readOnly('DTSTART', properties)
  if (first._tag === 'Left') return first
  if (first.right === null) return left(missing('DTSTART'))
  const set = readSet(properties, first.right)
  if (set._tag === 'Left') return set
  const duration = readLength(properties, first.right)
  return duration._tag === 'Left' ? duration : right({ ...set.right, duration: duration.right })
}

interface Properties {
  readonly mode: ParseMode
  readonly named: (name: string) => readonly ContentLine[]
}

const named =
  (lines: readonly ContentLine[]): Properties['named'] =>
  (name) =>
    lines.filter((line) => line.name === name)

const readSet = (
  { mode, named }: Properties,
  first: Moment,
): Either<RecurrenceRejection, Omit<ParsedSet, 'duration'>> => {
  const start = startAt(first)
  if (start._tag === 'Left') return start
  const context = { mode, start: start.right }
  const rules = readRules(named('RRULE'), context)
  if (rules._tag === 'Left') return rules
  const exclusionRules = readRules(named('EXRULE'), context)
  if (exclusionRules._tag === 'Left') return exclusionRules
  const included = readDates(named('RDATE'), context)
  if (included._tag === 'Left') return included
  const excluded = readDates(named('EXDATE'), context)
  if (excluded._tag === 'Left') return excluded
  return right({
    set: {
      start: start.right,
      rules: rules.right,
      exclusionRules: exclusionRules.right,
      dates: included.right.dates,
      excluded: excluded.right.dates,
      options: { gap: null, includeDtstart: rules.right.length === 0 },
    },
    periods: included.right.periods,
  })
}

const readRules = (
  lines: readonly ContentLine[],
  context: Circumstances,
): Either<RecurrenceRejection, readonly RecurrenceRule[]> => {
  const rules: RecurrenceRule[] = []
  for (const line of lines) {
    const rule = parseRule(line.value, context)
    if (rule._tag === 'Left') return rule
    if (rules.push(rule.right) > MAX_RULES) return left(tooLong(line.name, MAX_RULES))
  }
  return right(rules)
}

/** The time of a property that stands at most once. */
const readOnly = (
  name: string,
  { mode, named }: Properties,
): Either<RecurrenceRejection, Moment | null> => {
  const [line, second] = named(name)
  if (line === undefined) return right(null)
  if (second !== undefined) return left(repeated(name))
  const timed = timedLine(line, mode)
  return timed._tag === 'Left' ? timed : readMoment(line.value, timed.right)
}

const readLength = (
  properties: Properties,
  first: Moment,
): Either<RecurrenceRejection, CalendarDuration | null> => {
  const [line, second] = properties.named('DURATION')
  const end = readOnly('DTEND', properties)
  if (end._tag === 'Left') return end
  if (second !== undefined) return left(repeated('DURATION'))
  if (end.right !== null)
    return line === undefined
      ? held('DTEND', lasting(first, end.right), properties)
      : left(notAllowedWith('DURATION', 'DTEND'))
  return line === undefined
    ? right(null)
    : held('DURATION', readDuration(line.value.trim().toUpperCase()), properties)
}

const held = (
  name: string,
  duration: CalendarDuration | null,
  { mode, named }: Properties,
): Either<RecurrenceRejection, CalendarDuration | null> =>
  duration === null && mode === 'strict'
    ? left(faulty('InvalidValue', name, named(name)[0]?.value ?? ''))
    : right(duration)

const NAMES: ReadonlySet<string> = new Set([
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
])
const MAX_RULES = 100
