import assert from 'node:assert/strict'
import type { RecurrenceRule, RecurrenceStart } from '@kalends/core/recurrence'
import * as fc from 'fast-check'
import type { FloatingRule } from '../arbitraries/index.js'
import { floatingRule, setOf } from '../arbitraries/index.js'
import { occurrencesByDefinition } from './recurrence-model.js'
import type { RecurrenceEngine } from './recurrence.js'

/** Another engine: the first `count` occurrences of a rule, in milliseconds as if in UTC. */
export type Oracle = (
  rule: RecurrenceRule,
  start: RecurrenceStart,
  count: number,
) => readonly number[]

/**
 * RECUR-013: where nobody disputes what a rule means, and rrule is known to be right, both say the same.
 *
 * Not asked: rules within a day, BYWEEKNO, BYSETPOS, days with and without ordinals together, times of day
 * that are not in order, and rules that never occur, on which rrule does not come back.
 */
export const agreesWithTheOracle = (oracle: Oracle) => (engine: RecurrenceEngine) =>
  fc.property(undisputed(), ({ rule, start, to }) => {
    const count = Math.min(50, occurrencesByDefinition(rule, start, to).length)
    fc.pre(count > 0)
    const from: RecurrenceStart = { type: 'Floating', localSeconds: start }
    const ours = engine.open(setOf(from, [rule]))?.within(start * 1000, to * 1000) ?? []
    assert.deepEqual(ours.slice(0, count), oracle(rule, from, count))
  })

const undisputed = (): fc.Arbitrary<FloatingRule> =>
  floatingRule()
    .map((each) => ({ ...each, rule: inOrder(each.rule) }))
    .filter(({ rule }) => isUndisputed(rule))

const inOrder = (rule: RecurrenceRule): RecurrenceRule => ({
  ...rule,
  byHour: ascending(rule.byHour),
  byMinute: ascending(rule.byMinute),
  bySecond: ascending(rule.bySecond),
  bySetPosition: [],
})

const ascending = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b)

const isUndisputed = ({ frequency, byWeekNo, byDay }: RecurrenceRule): boolean => {
  const nths = byDay.filter(({ nthOfPeriod }) => nthOfPeriod !== null).length
  const isMixed = nths > 0 && nths < byDay.length
  const isWithinDay = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency)
  return !isWithinDay && byWeekNo.length === 0 && !isMixed
}
