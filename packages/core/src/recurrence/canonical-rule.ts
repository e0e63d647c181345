import { isUtc } from '../time/utc.js'
import { byLongestPeriod, type Clock } from './canonical/by-longest-period.js'
import { explicit, implicit } from './canonical/explicit.js'
import { raised } from './canonical/raised.js'
import { type StartParts, startParts } from './canonical/start-parts.js'
import { tidy } from './canonical/tidy.js'
import { canonicalUntil } from './canonical/until.js'
import { withoutPositions } from './canonical/without-positions.js'
import { yieldSame } from './canonical/yield-same.js'
import { printRule } from './print-rule.js'
import type { RecurrenceStart } from './recurrence-set.js'
import type { RecurrenceRule } from './rule.js'

/**
 * The shortest common form of a rule from `start`: lists sorted, each value once, nothing that the defaults
 * or the start say anyway, the longest period that can say it, UNTIL in UTC for a zoned start.
 *
 * Yields what the rule yields. Canonical forms are their own canonical form. Rules of another calendar or with SKIP
 * are only tidied.
 */
export const canonicalRule = (rule: RecurrenceRule, start: RecurrenceStart): RecurrenceRule => {
  const tidied: RecurrenceRule = { ...tidy(rule), until: canonicalUntil(rule.until, start) }
  if (rule.rscale !== null || rule.skip !== 'OMIT') return tidied
  const parts = startParts(start)
  const said = tidy(withoutPositions(explicit(tidied, parts)))
  const longest = said.bySetPosition.length > 0 ? said : longestOf(said, parts, clockOf(start))
  return implicit({ ...longest, firstDayOfWeek: weekStart(longest, parts) }, parts)
}

/**
 * Whether two rules from `start` yield the same: because they have one canonical form, or, by days or longer and
 * with one end, because 400 years of them agree.
 *
 * True is certain. False may be wrong of rules within a day, of other calendars, and of those that come to one
 * end by different COUNT and UNTIL. Takes some milliseconds where the forms differ.
 */
export const sameRule = (a: RecurrenceRule, b: RecurrenceRule, start: RecurrenceStart): boolean => {
  const [first, second] = [canonicalRule(a, start), canonicalRule(b, start)]
  return printRule(first) === printRule(second) || yieldSame(first, second, start)
}

const longestOf = (rule: RecurrenceRule, start: StartParts, clock: Clock): RecurrenceRule => {
  const longer = raised(rule, start, clock)
  return longer.interval === 1 ? byLongestPeriod(longer, clock) : longer
}

const clockOf = (start: RecurrenceStart): Clock =>
  start.type === 'Zoned' && !isUtc(start.timeZone) ? 'Uneven' : 'Even'

/** Monday unless the rule's weeks make a difference. */
const weekStart = (rule: RecurrenceRule, start: StartParts): RecurrenceRule['firstDayOfWeek'] => {
  const { byDay, bySetPosition, byWeekNo, frequency, interval } = rule
  const isOnlyStartDay = byDay.every(({ day }) => day === start.weekday)
  const countsWeeks = frequency === 'WEEKLY' && interval > 1 && !isOnlyStartDay
  const choosesInWeeks = frequency === 'WEEKLY' && bySetPosition.length > 0
  return countsWeeks || choosesInWeeks || byWeekNo.length > 0 ? rule.firstDayOfWeek : 'MO'
}
