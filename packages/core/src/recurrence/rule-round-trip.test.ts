import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalRule, sameRule } from './canonical-rule.js'
import { parseRule } from './parse-rule.js'
import { printRule } from './print-rule.js'
import type { RecurrenceStart } from './recurrence-set.js'
import type { Frequency, RecurrenceRule } from './rule.js'
import { WEEKDAYS } from './weekdays.js'

const strictly = (text: string, start: RecurrenceStart | null = null) =>
  parseRule(text, { mode: 'strict', start })

describe('a rule', () => {
  it('reads as it was printed', () => {
    fc.assert(
      fc.property(anyRule(), (rule) => {
        expect(strictly(printRule(rule))).toEqual({ _tag: 'Right', right: rule })
      }),
      { numRuns: 2000 },
    )
  })

  it('has a canonical form that is valid, its own canonical form, and the same rule', () => {
    fc.assert(
      fc.property(anyRule(), anyStart(), (rule, start) => {
        const canonical = canonicalRule(rule, start)
        expect(strictly(printRule(canonical))).toEqual({ _tag: 'Right', right: canonical })
        expect(canonicalRule(canonical, start)).toEqual(canonical)
        expect(sameRule(rule, canonical, start)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('has the same canonical form in any order of its lists', () => {
    fc.assert(
      fc.property(anyRule(), anyStart(), (rule, start) => {
        const turned: RecurrenceRule = {
          ...rule,
          byMonth: [...rule.byMonth, ...rule.byMonth].toReversed(),
          byMonthDay: rule.byMonthDay.toReversed(),
          byDay: rule.byDay.toReversed(),
          byHour: [...rule.byHour, ...rule.byHour],
          bySetPosition: rule.bySetPosition.toReversed(),
        }
        expect(sameRule(rule, turned, start)).toBe(true)
      }),
    )
  })
})

const FREQUENCIES: readonly Frequency[] = [
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
]

/** Any valid rule of the Gregorian calendar. */
const anyRule = (): fc.Arbitrary<RecurrenceRule> =>
  fc.constantFrom(...FREQUENCIES).chain((frequency) => fc.record(parts(frequency)).map(mended))

const parts = (frequency: Frequency) => {
  const isNth = frequency === 'MONTHLY' || frequency === 'YEARLY'
  const isLonger = isNth || frequency === 'WEEKLY' || frequency === 'DAILY'
  return {
    frequency: fc.constant(frequency),
    interval: fc.oneof(
      fc.constant(1),
      fc.constantFrom(2, 7, 12, 24, 60, 1440),
      fc.integer({ min: 1, max: 99 }),
    ),
    count: fc.option(fc.integer({ min: 1, max: 999 })),
    until: fc.option(
      fc
        .integer({ min: -62_135_596_800, max: 253_402_300_799 })
        .map((epochSeconds) => ({ type: 'Utc' as const, epochSeconds })),
    ),
    firstDayOfWeek: fc.constantFrom(...WEEKDAYS),
    byMonth: list(1, 12).map((months) => months.map((month) => ({ month, leap: false }))),
    byWeekNo: frequency === 'YEARLY' ? signed(53) : nothing,
    byYearDay: isLonger && frequency !== 'YEARLY' ? nothing : signed(366),
    byMonthDay: frequency === 'WEEKLY' ? nothing : signed(31),
    byDay: fc.array(
      fc.record({
        day: fc.constantFrom(...WEEKDAYS),
        nthOfPeriod: isNth ? fc.constantFrom(null, 1, 2, 5, -1) : fc.constant(null),
      }),
      { maxLength: 7 },
    ),
    byHour: list(0, 23),
    byMinute: list(0, 59),
    bySecond: list(0, 60),
    bySetPosition: fc.oneof(nothing, signed(366)),
    rscale: fc.constant(null),
    skip: fc.constant('OMIT' as const),
  }
}

const nothing = fc.constant<readonly number[]>([])
const list = (min: number, max: number) =>
  fc.oneof(nothing, nothing, fc.array(fc.integer({ min, max }), { maxLength: 4 }))
const signed = (max: number) =>
  list(1, max).chain((values) =>
    fc.constantFrom(1, -1).map((sign) => values.map((value) => value * sign)),
  )

/** Makes the parts go together. */
const mended = (rule: RecurrenceRule): RecurrenceRule => {
  const isPlain = rule.byDay.every(({ nthOfPeriod }) => nthOfPeriod === null)
  const mended = {
    ...rule,
    until: rule.count === null ? rule.until : null,
    byWeekNo: isPlain ? rule.byWeekNo : [],
  }
  const isChoice = Object.entries(mended).some(
    ([name, part]) => name !== 'bySetPosition' && Array.isArray(part) && part.length > 0,
  )
  return isChoice ? mended : { ...mended, bySetPosition: [] }
}

const anyStart = (): fc.Arbitrary<RecurrenceStart> =>
  fc
    .integer({ min: 0, max: 4_000_000_000 })
    .map((localSeconds) => ({ type: 'Floating' as const, localSeconds }))
