import { DAY_SECONDS } from '../time/units.js'
import { daysFromCivil } from '../time/civil.js'
import type { Budget, Compile, CompiledRule, Found, LocalRange } from './compiled-rule.js'
import type { Direction } from './gregorian/day-mask.js'
import { lastOfCount } from './gregorian/last-of-count.js'
import { type Plan, planOf } from './gregorian/plan.js'
import { walk } from './gregorian/walk.js'
import type { RecurrenceRule, Until } from './rule.js'

/**
 * Ties a valid rule of the Gregorian calendar to the local time it starts at.
 *
 * Cheap: what costs is worked out when it is first needed, and kept. Yields nothing before the start, nor the
 * start if it is off the rule, nor anything after the year 9999. An UNTIL in UTC is read as local time.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export const compileRule = (
  rule: RecurrenceRule,
  startLocalSeconds: number,
  kind: 'Date' | 'Time',
): CompiledRule => compiled(rule, startLocalSeconds, planOf(rule, startLocalSeconds, kind))

/** Compiles rules of one start. Those that differ in COUNT alone share what is worked out for them. */
export const compilerFrom = (startLocalSeconds: number, kind: 'Date' | 'Time'): Compile => {
  let latest: { readonly rule: RecurrenceRule; readonly plan: Plan } | null = null
  return (rule) => {
    if (latest === null || !areSameButCount(latest.rule, rule))
      latest = { rule, plan: planOf(rule, startLocalSeconds, kind) }
    return compiled(rule, startLocalSeconds, latest.plan)
  }
}

const areSameButCount = (one: RecurrenceRule, other: RecurrenceRule): boolean => {
  const inOther = new Map<string, unknown>(Object.entries(other))
  return Object.entries(one).every(
    ([part, value]) => part === 'count' || inOther.get(part) === value,
  )
}

const compiled = (rule: RecurrenceRule, startLocalSeconds: number, plan: Plan): CompiledRule => {
  // What is captured lives as long as the compiled rule does, and the rule itself is not needed.
  const { count } = rule
  const end = endOf(rule.until)
  const isBounded = count !== null || rule.until !== null
  let last: number | null = null
  let occurs: boolean | null = null

  const endOfCount = (counted: number, budget: Budget): number => {
    if (last === null) {
      const found = lastOfCount(plan, { count: counted, from: startLocalSeconds, to: END }, budget)
      if (budget.periodsLeft < 0) return -Infinity
      last = found
    }
    return last + 1
  }

  const go = (direction: Direction) => (range: LocalRange, found: Found, budget: Budget) => {
    const isCounting = direction > 0 && range.from <= startLocalSeconds
    const from = Math.max(startLocalSeconds, Math.ceil(range.from))
    let to = Math.min(end, Math.ceil(range.to))
    let limit = found.seconds.length
    found.count = 0
    if (count !== null && from < to)
      if (isCounting) limit = Math.min(limit, count)
      else to = Math.min(to, endOfCount(count, budget))
    if (from < to && limit > 0) walk({ plan, from, to, found, limit, budget }, direction)
  }

  const forward = go(1)
  return {
    forward,
    backward: go(-1),
    isEndless: () => {
      if (isBounded) return false
      occurs ??= occursFrom(forward, startLocalSeconds)
      return occurs
    },
    mostInADay: Math.min(plan.mostInADay, count ?? Infinity),
  }
}

/**
 * Whether nothing at all matches a rule's pattern from its start to the year 9999, COUNT and UNTIL aside.
 *
 * Looks no further than until everything repeats, which for most rules is 400 years.
 */
export const neverOccurs = (
  rule: RecurrenceRule,
  startLocalSeconds: number,
  kind: 'Date' | 'Time',
): boolean => {
  const pattern = compileRule({ ...rule, count: null, until: null }, startLocalSeconds, kind)
  return !occursFrom(pattern.forward, startLocalSeconds)
}

const occursFrom = (forward: CompiledRule['forward'], from: number): boolean => {
  const found: Found = { seconds: new Float64Array(1), count: 0 }
  forward({ from, to: END }, found, { periodsLeft: Infinity })
  return found.count > 0
}

/** Where an UNTIL ends, excluded. A date is its whole day. */
const endOf = (until: Until | null): number => {
  switch (until?.type) {
    case undefined:
      return END
    case 'Date':
      return Math.min(END, (until.day + 1) * DAY_SECONDS)
    case 'Local':
      return Math.min(END, until.localSeconds + 1)
    case 'Utc':
      return Math.min(END, until.epochSeconds + 1)
  }
}

/** The last year that four digits can write ends here. */
const END = daysFromCivil(10_000, 1, 1) * DAY_SECONDS
