import type {
  EventTime,
  OpenSet,
  ParsedPeriod,
  ParsedSet,
  Pattern,
  RecurrenceId,
  RecurrenceRule,
} from '@kalends/core'
import {
  calendars,
  localDateTimeOfMs,
  next,
  occurrencesIn,
  occurrenceTime,
  openSet,
  parseICalendarSet,
  SECOND_MS,
  zoneOf,
} from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import type { Repeats } from '../mapping/sketch.js'
import { dtstartOf } from './dtstart-of.js'
import { refusalFrom } from './refusal-from.js'
import { type Planned, yieldsWhatIsWanted } from './yields-what-is-wanted.js'

/** A series as core can say it: one rule that begins with the series, dates beside it, and what is excluded. */
export interface Plan extends Planned {
  /** The dates that have a length of their own. */
  readonly periods: readonly ParsedPeriod[]
}

/**
 * Plans a series that starts at `time` by its provider's lines, read leniently.
 *
 * Core's rule begins with its series, which providers do not ask for. A start off its rule becomes a date of its own, counted,
 * and the rule's first occurrence the start. What takes several rules, or EXRULE, is listed date by date, when it ends within
 * 1,000 occurrences.
 */
export const planOf = (time: EventTime, { lines, start }: Repeats): E.Either<Refusal, Plan> => {
  const parsed = parseICalendarSet([dtstartOf(time), ...lines].join('\r\n'), { mode: 'lenient' })
  if (E.isLeft(parsed)) return E.left(refusalFrom(parsed.left))
  const { set, periods } = parsed.right
  const includeDtstart = start === 'AlwaysOccurs' || set.rules.length === 0
  const wanted: Set = { ...set, options: { gap: null, includeDtstart } }
  const open = openSet(wanted, { calendars })
  if (E.isLeft(open)) return E.left(refusalFrom(open.left))
  const [rule, ...others] = wanted.rules
  const isPlain = rule !== undefined && others.length === 0 && wanted.exclusionRules.length === 0
  const planned = isPlain ? byItsRule(rule, wanted, time) : byItsDates(open.right, time)
  if (E.isLeft(planned)) return planned
  return planned.right.time === time || yieldsWhatIsWanted(planned.right, open.right)
    ? E.right({ ...planned.right, periods })
    : E.left({ reason: 'Unsupported', field: 'DTSTART' })
}

type Set = ParsedSet['set']
type Attempt = E.Either<Refusal, Planned>

const byItsRule = (rule: RecurrenceRule, wanted: Set, time: EventTime): Attempt => {
  const { dates, excluded } = wanted
  const { includeDtstart } = wanted.options
  const alone = openSet(
    { ...wanted, dates: [], excluded: [], options: { gap: null, includeDtstart: false } },
    { calendars },
  )
  if (E.isLeft(alone)) return E.left(refusalFrom(alone.left))
  const first = next(alone.right, -Infinity)
  if (E.isLeft(first)) return E.left(refusalFrom(first.left))
  const start = startSeconds(wanted)
  const ofRule = first.right
  if (ofRule?.localSeconds === start) {
    return E.right({ time, pattern: { rule: inUtc(rule, time), dates, excluded } })
  }
  const rest = includeDtstart ? lessOne(rule) : rule
  const all = includeDtstart ? [start, ...dates] : dates
  if (ofRule === null || rest === null)
    return startingAtFirst({ rule: null, dates: all, excluded }, time)
  const moved = occurrenceTime(time, idOf(ofRule.localSeconds))
  return E.right({ time: moved, pattern: { rule: inUtc(rest, time), dates: all, excluded } })
}

const byItsDates = (open: OpenSet, time: EventTime): Attempt => {
  if (open.isEndless()) return E.left({ reason: 'Unsupported', field: 'RRULE' })
  const found = occurrencesIn(open, { limit: MAX_LISTED + 1 })
  if (E.isLeft(found)) return E.left(refusalFrom(found.left))
  const dates = [...found.right.localSeconds]
  if (dates.length > MAX_LISTED) return E.left({ reason: 'TooMany', field: 'RRULE' })
  return startingAtFirst({ rule: null, dates, excluded: [] }, time)
}

/** Core takes the start of a series without a rule for an occurrence. */
const startingAtFirst = (pattern: Pattern, time: EventTime): Attempt => {
  const { dates, excluded } = pattern
  const left = dates.filter((date) => !excluded.includes(date))
  const first = left.reduce((least, date) => Math.min(least, date), Infinity)
  if (first === Infinity) return E.left({ reason: 'InvalidRecurrence', field: 'RRULE' })
  return E.right({
    time: occurrenceTime(time, idOf(first)),
    pattern: { rule: null, dates: left, excluded: [] },
  })
}

const idOf = (localSeconds: number): RecurrenceId => localDateTimeOfMs(localSeconds * SECOND_MS)

const startSeconds = ({ start }: Set): number =>
  start.type === 'Date' ? start.day * 86_400 : start.localSeconds

const lessOne = (rule: RecurrenceRule): RecurrenceRule | null => {
  if (rule.count === null) return rule
  return rule.count === 1 ? null : { ...rule, count: rule.count - 1 }
}

/** UNTIL as others can read it too: in UTC where the series has a zone. */
const inUtc = (rule: RecurrenceRule, { type, timeZone }: EventTime): RecurrenceRule => {
  const { until } = rule
  if (type !== 'Timed' || until?.type !== 'Local') return rule
  const epochSeconds = zoneOf(timeZone).instantOf(until.localSeconds * SECOND_MS) / SECOND_MS
  return { ...rule, until: { type: 'Utc', epochSeconds } }
}

const MAX_LISTED = 1000
