import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRule } from '../compile-rule.js'
import type { CompiledRule, LocalRange } from '../compiled-rule.js'
import { naiveWalk } from '../../../test/recurrence/naive-walk.js'
import { at, ruleOf } from '../../../test/recurrence/rule-of.js'
import { samples } from '../../../test/recurrence/rules.js'

const YEAR = 365 * 86_400

const walked = (
  walk: CompiledRule['forward'],
  range: LocalRange,
  capacity = 140_000,
): readonly number[] => {
  const found = { seconds: new Float64Array(capacity), count: 0 }
  const budget = { periodsLeft: 10_000_000 }
  walk(range, found, budget)
  expect(budget.periodsLeft).toBeGreaterThanOrEqual(0)
  return [...found.seconds.subarray(0, found.count)]
}

/** The first occurrences after some year, so that windows of rare rules are not all empty. */
const nearFirst = (rule: CompiledRule, from: number): number =>
  walked(rule.forward, { from, to: from + 30 * YEAR }, 1)[0] ?? from

const windows = fc
  .tuple(samples(), fc.constantFrom(0, 1, 50), fc.integer({ min: -3, max: 40 }), fc.boolean())
  .map(([sample, years, tenths, isNear]) => {
    const compiled = compileRule(sample.rule, sample.start, 'Time')
    const base = sample.start + years * YEAR
    const from =
      (isNear ? nearFirst(compiled, base) : base) + Math.floor((sample.length * tenths) / 40)
    return { ...sample, range: { from, to: from + sample.length } }
  })

const numRuns = Number(process.env['RECURRENCE_RUNS'] ?? 600)

describe('walk', () => {
  test('finds in a window what a naive walk finds, near the start and fifty years on', () => {
    fc.assert(
      fc.property(windows, ({ rule, start, range }) => {
        const compiled = compileRule(rule, start, 'Time')
        expect(walked(compiled.forward, range)).toEqual(naiveWalk(rule, start, range))
      }),
      { numRuns },
    )
  }, 300_000)

  test('most samples are not trivial', () => {
    const sampled = fc.sample(windows, 300)
    const full = sampled.filter(
      ({ rule, start, range }) =>
        walked(compileRule(rule, start, 'Time').forward, range).length > 1,
    )
    expect(full.length).toBeGreaterThan(100)
  })

  test('backward is the mirror of forward', () => {
    fc.assert(
      fc.property(windows, ({ rule, start, range }) => {
        const compiled = compileRule(rule, start, 'Time')
        expect(walked(compiled.backward, range)).toEqual(
          walked(compiled.forward, range).toReversed(),
        )
      }),
      { numRuns },
    )
  }, 60_000)

  test('pages, forward and backward, join to the whole', () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 7 }), ({ rule, start, range }, size) => {
        const compiled = compileRule(rule, start, 'Time')
        const whole = walked(compiled.forward, range, 60)
        const ahead: number[] = []
        let { from } = range
        for (let page = [0]; page.length > 0 && ahead.length < whole.length;) {
          page = [...walked(compiled.forward, { from, to: range.to }, size)]
          ahead.push(...page)
          from = (page.at(-1) ?? from) + 1
        }
        expect(ahead.slice(0, whole.length)).toEqual(whole)
        const last = whole.at(-1)
        if (last === undefined) return
        expect(walked(compiled.backward, { from: range.from, to: last + 1 }, size)).toEqual(
          whole.slice(-size).toReversed(),
        )
      }),
      { numRuns },
    )
  }, 60_000)

  test('COUNT leaves the first ones, seen from the start, from afar and backward', () => {
    fc.assert(
      fc.property(samples(), fc.integer({ min: 1, max: 300 }), ({ rule, start }, count) => {
        const range = { from: start, to: start + 150 * YEAR }
        const first = walked(compileRule(rule, start, 'Time').forward, range, count)
        const counted = compileRule({ ...rule, count }, start, 'Time')
        expect(walked(counted.forward, range)).toEqual(first)
        const middle = first[Math.floor(first.length / 2)] ?? start + 1
        expect(walked(counted.forward, { ...range, from: middle + 1 })).toEqual(
          first.filter((second) => second > middle),
        )
        expect(walked(counted.backward, range)).toEqual(first.toReversed())
        expect(counted.isEndless()).toBe(false)
      }),
      { numRuns },
    )
  }, 60_000)

  test('UNTIL leaves those not after it', () => {
    fc.assert(
      fc.property(windows, fc.nat(), ({ rule, start, range }, pick) => {
        const whole = walked(compileRule(rule, start, 'Time').forward, range)
        const localSeconds = whole[pick % Math.max(1, whole.length)] ?? range.from
        const until = { type: 'Local', localSeconds } as const
        const ending = compileRule({ ...rule, until }, start, 'Time')
        const left = whole.filter((second) => second <= localSeconds)
        expect(walked(ending.forward, range)).toEqual(left)
        expect(walked(ending.backward, range)).toEqual(left.toReversed())
      }),
      { numRuns },
    )
  }, 60_000)

  test('no day holds more than is said', () => {
    fc.assert(
      fc.property(windows, ({ rule, start, range }) => {
        const compiled = compileRule(rule, start, 'Time')
        const perDay = new Map<number, number>()
        for (const second of walked(compiled.forward, range)) {
          const day = Math.floor(second / 86_400)
          perDay.set(day, (perDay.get(day) ?? 0) + 1)
        }
        expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(compiled.mostInADay)
      }),
      { numRuns },
    )
  }, 60_000)

  const FOUND: readonly (readonly [string, string])[] = [
    ['FREQ=MINUTELY;INTERVAL=773;BYMONTH=2;BYMONTHDAY=29', '2014-03-11T09:30:00'],
    ['FREQ=HOURLY;INTERVAL=97;BYMONTH=6;BYDAY=SU', '1984-06-03T10:12:28'],
    ['FREQ=HOURLY;INTERVAL=5', '2024-01-01T23:00:00'],
    ['FREQ=SECONDLY;INTERVAL=86400;BYMONTH=1,2', '2024-01-01T23:00:01'],
    ['FREQ=SECONDLY;INTERVAL=86399;BYHOUR=0;BYMINUTE=22;BYDAY=TU,TH', '2024-01-01T00:21:00'],
    ['FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1;BYSETPOS=1', '2023-10-31T00:00:00'],
    ['FREQ=WEEKLY;INTERVAL=3;BYMONTH=1,3;BYDAY=MO,SU;BYSETPOS=-1', '2024-01-01T00:00:00'],
  ]

  test.each(FOUND)('counterexamples, found or feared: %s', (text, from) => {
    const [rule, start] = [ruleOf(text), at(from)]
    const { forward, backward } = compileRule(rule, start, 'Time')
    const around = NAIVE[rule.frequency] ?? 40 * 86_400
    for (const seen of walked(forward, { from: start, to: Infinity }, 9)) {
      const range = { from: seen - around, to: seen + around }
      expect(walked(forward, range)).toEqual(naiveWalk(rule, start, range))
      const wide = { from: start, to: seen + 1 }
      expect(walked(backward, wide)).toEqual(walked(forward, wide).toReversed())
    }
  })
})

const NAIVE: Readonly<Record<string, number | undefined>> = {
  SECONDLY: 2000,
  MINUTELY: 86_400,
  HOURLY: 86_400,
}
