import { DAY_SECONDS } from '../../time/units.js'
import { compileRule } from '../compile-rule.js'
import type { Budget, CompiledRule, Found } from '../compiled-rule.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RecurrenceRule } from '../rule.js'
import { isDaily } from './explicit.js'

/**
 * Whether two rules by days or longer yield the same by looking: over the 400 years after which the calendar
 * repeats, and to the year 9999 when an interval need not repeat with it. False when the looking would take
 * more than a few milliseconds, or they end differently.
 */
export const yieldSame = (
  a: RecurrenceRule,
  b: RecurrenceRule,
  start: RecurrenceStart,
): boolean => {
  if (!isComparable(a) || !isComparable(b) || !endsLike(a, b)) return false
  const from = start.type === 'Date' ? start.day * DAY_SECONDS : start.localSeconds
  const to = a.interval === 1 && b.interval === 1 ? from + CYCLE_SECONDS : Infinity
  const compiled = (rule: RecurrenceRule) =>
    compileRule(
      { ...rule, count: null, until: null },
      from,
      start.type === 'Date' ? 'Date' : 'Time',
    )
  return walkSame(compiled(a), compiled(b), { from, to })
}

const walkSame = (
  a: CompiledRule,
  b: CompiledRule,
  { from, to }: { readonly from: number; readonly to: number },
): boolean => {
  const budget: Budget = { periodsLeft: MAX_PERIODS }
  const [left, right] = [page(), page()]
  let next = from
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    a.forward({ from: next, to }, left, budget)
    b.forward({ from: next, to }, right, budget)
    if (budget.periodsLeft < 0 || !isSamePage(left, right)) return false
    const last = left.seconds[left.count - 1]
    if (left.count < PAGE || last === undefined) return true
    next = last + 1
  }
  return false
}

const page = (): Found => ({ seconds: new Float64Array(PAGE), count: 0 })

const isSamePage = (left: Found, right: Found): boolean => {
  if (left.count !== right.count) return false
  for (let i = 0; i < left.count; i += 1) if (left.seconds[i] !== right.seconds[i]) return false
  return true
}

const isComparable = (rule: RecurrenceRule): boolean =>
  isDaily(rule) && rule.rscale === null && rule.skip === 'OMIT'

const endsLike = (a: RecurrenceRule, b: RecurrenceRule): boolean =>
  a.count === b.count && JSON.stringify(a.until) === JSON.stringify(b.until)

const CYCLE_SECONDS = 146_097 * DAY_SECONDS
const MAX_PERIODS = 1_000_000
const MAX_PAGES = 400
const PAGE = 1000
