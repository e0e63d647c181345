import * as E from 'fp-ts/lib/Either.js'
import {
  calendars,
  next,
  occurrencesIn,
  type OpenSet,
  openSet,
  type ParsedSet,
  previous,
} from '../recurrence/index.js'
import { DAY_MS, SECOND_MS } from '../time/index.js'
import type { Recurrence } from './calendar-event.js'
import { clockMsOf } from './clock-of.js'
import type { EventTime } from './event-time.js'
import { lastingMsOf } from './lasting.js'
import type { EventLimits } from './limits.js'
import { formRefusal } from './recurrence-form.js'
import type { RecurrenceRefusal, Rejection } from './rejection.js'
import { openRecurrence } from './series.js'
import { seriesSet } from './series-set.js'

/**
 * Holds recurrence lines against the event they are for: its rule begins with it, something takes place, not too often
 * a day, and at a cost that stays small wherever it is read. Gives the lines as they are.
 *
 * Takes some milliseconds at most, by the budget of `limits`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5.3
 */
export const readRecurrence = (
  time: EventTime,
  lines: Recurrence,
  limits: EventLimits,
): E.Either<Rejection, Recurrence> => {
  const refusal = formRefusal(lines, limits) ?? fractions(time) ?? setRefusal(time, lines, limits)
  return refusal === null ? E.right(lines) : E.left({ type: 'InvalidRecurrence', refusal })
}

const fractions = (time: EventTime): RecurrenceRefusal | null =>
  time.type === 'Timed' && (time.start % SECOND_MS !== 0 || time.end % SECOND_MS !== 0)
    ? { type: 'FractionalSeconds' }
    : null

const setRefusal = (
  time: EventTime,
  lines: Recurrence,
  limits: EventLimits,
): RecurrenceRefusal | null => {
  if (lines.length === 0) return { type: 'MissingPart', part: 'RRULE' }
  const parsed = seriesSet(time, lines)
  if (E.isLeft(parsed)) return parsed.left
  if (parsed.right.periods.length > 0) return PERIODS
  if (repeatsWithinDays(parsed.right)) return WITHIN_DAYS
  const open = openRecurrence(time, lines)
  if (E.isLeft(open)) return open.left
  return (
    startRefusal(time, parsed.right, limits) ??
    costRefusal(open.right, limits) ??
    crowdRefusal(time, open.right, limits)
  )
}

/** A length of their own is something that occurrences do not have. */
const PERIODS = { type: 'Unsupported', part: 'RDATE', value: 'PERIOD' } as const

/** Days do not repeat within a day. */
const WITHIN_DAYS = { type: 'NotAllowedWith', part: 'FREQ', other: 'DTSTART' } as const

const repeatsWithinDays = ({ set: { start, rules } }: ParsedSet): boolean =>
  start.type === 'Date' && rules.some(({ frequency }) => SUB_DAILY.has(frequency))

const SUB_DAILY: ReadonlySet<string> = new Set(['HOURLY', 'MINUTELY', 'SECONDLY'])

/** The rule alone begins with the event, whatever is excluded; compared as instants. */
const startRefusal = (
  time: EventTime,
  { set }: ParsedSet,
  { recurrenceBudget: budget }: EventLimits,
): RecurrenceRefusal | null => {
  const rule = openSet({ ...set, dates: [], excluded: [] }, { calendars })
  if (E.isLeft(rule)) return rule.left
  const first = next(rule.right, -Infinity, { budget })
  if (E.isLeft(first)) return first.left
  if (first.right === null) return { type: 'NeverOccurs' }
  const startMs = time.type === 'Timed' ? time.start : clockMsOf(time)
  return first.right.startMs === startMs ? null : { type: 'StartOffRule' }
}

/** What a page costs from the start, and what the end costs, which reads from anywhere else need. */
const costRefusal = (
  open: OpenSet,
  { occurrencesInADay, recurrenceBudget: budget }: EventLimits,
): RecurrenceRefusal | null => {
  if (open.mostInADay > occurrencesInADay) {
    return { type: 'TooManyInADay', limit: occurrencesInADay }
  }
  const page = occurrencesIn(open, { limit: PAGE, budget })
  if (E.isLeft(page)) return page.left
  if (page.right.startMs.length === 0) return { type: 'NeverOccurs' }
  if (page.right.startMs.length < PAGE || open.isEndless()) return null
  const last = previous(open, Infinity, { budget })
  return E.isLeft(last) ? last.left : null
}

const PAGE = 100

/**
 * Occurrences that last longer than they are apart pile up, and whoever reads one instant reads all of them. What is too
 * costly to look through is taken for too many.
 */
const crowdRefusal = (
  time: EventTime,
  open: OpenSet,
  { occurrencesAtOnce: limit, recurrenceBudget: budget }: EventLimits,
): RecurrenceRefusal | null => {
  const lastingMs = lastingMsOf(time)
  const atMost = open.mostInADay * (lastingMs / DAY_MS + 1)
  if (atMost <= limit) return null
  const found = occurrencesIn(open, {
    to: clockMsOf(time) + lastingMs + A_YEAR,
    limit: budget,
    budget,
  })
  if (E.isLeft(found)) return { type: 'TooManyAtOnce', limit }
  const { startMs } = found.right
  const crowded = startMs.some(
    (start, index) => start - (startMs[index - limit] ?? -Infinity) < lastingMs,
  )
  return crowded ? { type: 'TooManyAtOnce', limit } : null
}

/** What a rule does in one year it does in others. */
const A_YEAR = 367 * DAY_MS
