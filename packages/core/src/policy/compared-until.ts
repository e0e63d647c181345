import * as E from 'fp-ts/lib/Either.js'
import type { Recurring } from '../event/index.js'
import { seriesSet } from '../event/series-set.js'
import {
  calendars,
  openSet,
  previous,
  type RecurrenceRule,
  type RecurrenceSet,
  type RecurrenceStart,
} from '../recurrence/index.js'
import { DAY_SECONDS, SECOND_MS, UTC } from '../time/index.js'
import { patternPeriodSeconds } from './pattern-period.js'

/**
 * The moment up to which two recurrences have to be compared: behind it both only repeat what they did before.
 * Infinity where that is not known. In milliseconds, as their open sets count.
 *
 * Behind the last date, the last exclusion and the end of each rule that ends, only endless rules are left, and these
 * repeat with their common period.
 */
export const comparedUntil = (before: Recurring, after: Recurring): number => {
  const sets = [setOf(before), setOf(after)]
  const known = sets.filter((set) => set !== null)
  const rules = known.flatMap(({ rules: each, exclusionRules }) => [...each, ...exclusionRules])
  if (known.length < 2 || !onOneClock(known, rules)) return Infinity
  const settled = Math.max(...known.map(settledSeconds))
  const period = patternPeriodSeconds(rules.filter(isEndless))
  return (settled + period + MARGIN_SECONDS) * SECOND_MS
}

/** For what zones do to a reading, and for UNTIL as an instant. */
const MARGIN_SECONDS = 2 * DAY_SECONDS

const setOf = ({ time, recurrence }: Recurring): RecurrenceSet | null => {
  const parsed = seriesSet(time, recurrence ?? [])
  return E.isLeft(parsed) ? null : parsed.right.set
}

/** A zone's gaps omit what repeats within a day and shift the rest: the two repeat together only without gaps. */
const onOneClock = (
  [first, ...others]: readonly RecurrenceSet[],
  rules: readonly RecurrenceRule[],
): boolean => {
  const zones = others.map(({ start }) => zoneNameOf(start))
  if (first === undefined || zones.some((zone) => zone !== zoneNameOf(first.start))) return false
  const withinDays = rules.filter(({ frequency }) => WITHIN_A_DAY.has(frequency)).length
  return (
    withinDays === 0 || withinDays === rules.length || WITHOUT_GAPS.has(zoneNameOf(first.start))
  )
}

const zoneNameOf = (start: RecurrenceStart): string =>
  start.type === 'Zoned' ? start.timeZone : start.type

const WITHIN_A_DAY: ReadonlySet<string> = new Set(['HOURLY', 'MINUTELY', 'SECONDLY'])
const WITHOUT_GAPS: ReadonlySet<string> = new Set(['Date', 'Floating', UTC])

const isEndless = ({ count, until }: RecurrenceRule): boolean => count === null && until === null

/** Behind which local second only endless rules are left. */
const settledSeconds = (set: RecurrenceSet): number => {
  const { start, rules, exclusionRules, dates, excluded } = set
  const first = start.type === 'Date' ? start.day * DAY_SECONDS : start.localSeconds
  const ends = [...rules, ...exclusionRules].map((rule) => endSeconds(rule, set))
  return [...dates, ...excluded, ...ends].reduce((last, each) => Math.max(last, each), first)
}

const endSeconds = (rule: RecurrenceRule, set: RecurrenceSet): number => {
  switch (rule.until?.type) {
    case 'Date':
      return (rule.until.day + 1) * DAY_SECONDS
    case 'Local':
      return rule.until.localSeconds
    case 'Utc':
      return rule.until.epochSeconds
    case undefined:
      return rule.count === null ? -Infinity : lastOf(rule, set)
  }
}

const lastOf = (rule: RecurrenceRule, set: RecurrenceSet): number => {
  const options = { ...set.options, includeDtstart: false }
  const alone = { ...set, rules: [rule], exclusionRules: [], dates: [], excluded: [], options }
  const open = openSet(alone, { calendars })
  const last = E.isLeft(open) ? open : previous(open.right, Infinity)
  if (E.isLeft(last)) return Infinity
  return last.right === null ? -Infinity : last.right.localSeconds
}
