import { daysFromCivil } from '@kalends/core'
import type { RecurrenceRule, RecurrenceSet } from '@kalends/core/recurrence'
import * as fc from 'fast-check'
import { record } from './record.js'
import {
  periodSeconds,
  recurrenceRule,
  recurrenceStart,
  ruleSet,
  startSecondsOf,
} from './recurrence.js'

/** A set, how far it is walked, and where in the walk a window has its bounds. Milliseconds. */
export interface SetAndEdges {
  readonly set: RecurrenceSet
  /** Before everything that the set holds. */
  readonly first: number
  readonly end: number
  readonly edges: readonly Edge[]
}

/** A part of the walk, from 0 to 1, and how far beside it. */
export interface Edge {
  readonly part: number
  readonly besideMs: number
}

const DAY_MS = 86_400_000

/** The zones' tables are asked no further. */
const LAST_END = daysFromCivil(2300, 1, 1) * DAY_MS

const endAfter = (set: RecurrenceSet, periods: number): number => {
  const startMs = startSecondsOf(set.start) * 1000
  const [rule] = set.rules
  if (rule === undefined) return startMs
  const farMs = periods * rule.interval * periodSeconds[rule.frequency] * 1000
  return Math.min(startMs + farMs, LAST_END)
}

const edge = (least: number): fc.Arbitrary<Edge> =>
  record({
    part: fc.double({ min: least, max: 1, noNaN: true }),
    besideMs: fc.constantFrom(0, 0, 0, -1000, 1000, -1, 1, 6 * 3_600_000),
  })

const setAndEdges = (periods: number, leastPart: number): fc.Arbitrary<SetAndEdges> =>
  record({ set: ruleSet(), edges: fc.tuple(edge(leastPart), edge(leastPart)) }).map(
    ({ set, edges }) => ({
      set,
      first: startSecondsOf(set.start) * 1000 - 2 * DAY_MS,
      end: endAfter(set, periods),
      edges,
    }),
  )

/** A rule, walked a hundred periods. */
export const nearSet = (): fc.Arbitrary<SetAndEdges> => setAndEdges(100, 0)

/** A rule, walked three thousand periods, with a window in the last part of them. */
export const farSet = (): fc.Arbitrary<SetAndEdges> => setAndEdges(3000, 0.9)

/**
 * A rule with added and excluded dates: days and seconds around the start, and most of both in common. Half of the
 * rules end by a small COUNT.
 */
export const datedSet = (): fc.Arbitrary<SetAndEdges> =>
  setAndEdges(60, 0).chain((asked) => {
    const [rule] = asked.set.rules
    const step = rule === undefined ? 1 : stepOf(asked.set, rule)
    const start = startSecondsOf(asked.set.start)
    const dates = fc
      .array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 })
      .map((steps) => steps.map((each) => start + each * step))
    const count = fc.option(fc.integer({ min: 1, max: 15 }), { freq: 2 })
    return record({ dates, excluded: dates, count }).map(({ count: few, ...some }) => ({
      ...asked,
      set: { ...asked.set, ...some, rules: asked.set.rules.map((each) => counted(each, few)) },
    }))
  })

const counted = (rule: RecurrenceRule, few: number | null): RecurrenceRule =>
  few === null ? rule : { ...rule, count: few }

const stepOf = ({ start }: RecurrenceSet, rule: RecurrenceRule): number => {
  const step = Math.min(periodSeconds[rule.frequency], 7 * 86_400)
  return start.type === 'Date' ? Math.max(step, 86_400) : step
}

/** A rule of floating times, and how far it is compared with its definition. Local seconds. */
export interface FloatingRule {
  readonly rule: RecurrenceRule
  readonly start: number
  readonly to: number
}

/** A rule of floating times, walked some hundred periods. */
export const floatingRule = (): fc.Arbitrary<FloatingRule> =>
  recurrenceStart().chain((from) => {
    const start = startSecondsOf(from)
    return recurrenceRule({ type: 'Floating', localSeconds: start }).map((rule) => ({
      rule,
      start,
      to: start + periodsOf(rule) * rule.interval * periodSeconds[rule.frequency],
    }))
  })

/** More of the short ones: they meet their parts more rarely. */
const periodsOf = ({ frequency }: RecurrenceRule): number =>
  frequency === 'YEARLY' ? 60 : periodSeconds[frequency] < 86_400 ? 3000 : 300
