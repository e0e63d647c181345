import type { RecurrenceRule } from '@kalends/core/recurrence'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  datedSet,
  farSet,
  floatingRule,
  frequencies,
  hostileSet,
  nearSet,
  occurrencesByDefinition,
  type SetAndEdges,
} from '../src/index.js'
import { coreEngine, pageOf } from './recurrence-engine.js'

const sample = <A>(arbitrary: fc.Arbitrary<A>): readonly A[] =>
  fc.sample(arbitrary, { numRuns: 300, seed: 5545 })

const share = <A>(samples: readonly A[], is: (each: A) => boolean): number =>
  samples.filter(is).length / samples.length

const partsOf = (rule: RecurrenceRule): readonly (readonly unknown[])[] => [
  rule.byMonth,
  rule.byWeekNo,
  rule.byYearDay,
  rule.byMonthDay,
  rule.byDay,
  rule.byHour,
  rule.byMinute,
  rule.bySecond,
  rule.bySetPosition,
]

test('floatingRule: every frequency and every part, and most rules occur', () => {
  const rules = sample(floatingRule())
  for (const frequency of frequencies) {
    expect(share(rules, ({ rule }) => rule.frequency === frequency)).toBeGreaterThan(0.07)
  }
  for (const [index] of partsOf(rules[0]?.rule ?? fail()).entries()) {
    const has = share(rules, ({ rule }) => (partsOf(rule)[index]?.length ?? 0) > 0)
    expect(has).toBeGreaterThan(index === 1 ? 0.01 : 0.05)
  }
  const counts = rules.map(({ rule, start, to }) => occurrencesByDefinition(rule, start, to).length)
  expect(share(counts, (count) => count > 0)).toBeGreaterThan(0.65)
  expect(share(counts, (count) => count >= 5)).toBeGreaterThan(0.55)
})

test('nearSet, farSet: most walks are long, and most windows hold some but not all', () => {
  const near = sample(nearSet()).map(walkOf)
  expect(share(near, (walk) => walk.length >= 5)).toBeGreaterThan(0.5)
  const far = sample(farSet()).map(walkOf)
  expect(share(far, (walk) => walk.length >= 100)).toBeGreaterThan(0.4)
})

test('datedSet: many excluded dates are dates of the rule, many are added ones', () => {
  const sets = sample(datedSet()).map(({ set }) => set)
  const common = share(sets, ({ dates, excluded }) => dates.some((date) => excluded.includes(date)))
  expect(common).toBeGreaterThan(0.4)
})

test('hostileSet: some are refused or never occur, some fill their page', () => {
  const pages = sample(hostileSet()).map((set) => pageOf(set, 'forward'))
  const sizes = pages.map((page) => (page._tag === 'Right' ? page.right : -1))
  expect(share(sizes, (size) => size === 100)).toBeGreaterThan(0.2)
  expect(share(sizes, (size) => size <= 0)).toBeGreaterThan(0.1)
})

const walkOf = ({ set, first, end }: SetAndEdges): readonly number[] =>
  coreEngine.open(set)?.within(first, end) ?? []

const fail = (): never => {
  throw new Error('no rules')
}
