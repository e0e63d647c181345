import { daysFromCivil, UTC } from '@kalends/core'
import type {
  NthDay,
  RecurrenceRule,
  RecurrenceSet,
  RecurrenceStart,
} from '@kalends/core/recurrence'
import * as fc from 'fast-check'
import { nights } from './night.js'
import { record } from './record.js'
import { allowedParts, frequencies, recurrenceRule, setOf, weekdays } from './recurrence.js'

/**
 * Rules that RFC 5545 allows and that were written to cost: huge intervals and counts, lists as long as
 * they get, dates that are rare or never there, seconds of a leap day, starts in the year 1 or 9999.
 */
export const hostileSet = (): fc.Arbitrary<RecurrenceSet> =>
  hostileStart().chain((start) => hostileRule(start).map((rule) => setOf(start, [rule])))

const hostileStart = (): fc.Arbitrary<RecurrenceStart> =>
  record({
    year: fc.constantFrom(1, 1900, 1970, 2000, 2024, 2025, 2027, 2400, 9990, 9999),
    day: fc.integer({ min: 1, max: 366 }),
    seconds: fc.constantFrom(0, 1, 9 * 3600, 86_399, 2.5 * 3600 + 59),
    timeZone: fc.constantFrom(UTC, null, ...nights.map(({ timeZone }) => timeZone)),
  }).map(({ year, day, seconds, timeZone }): RecurrenceStart => {
    const localSeconds = (daysFromCivil(year, 1, 1) + Math.min(day, 365) - 1) * 86_400 + seconds
    return timeZone === null
      ? { type: 'Floating', localSeconds }
      : { type: 'Zoned', localSeconds, timeZone }
  })

const hostileRule = (start: RecurrenceStart): fc.Arbitrary<RecurrenceRule> =>
  record({
    base: recurrenceRule(start),
    frequency: fc.constantFrom(...frequencies, 'SECONDLY', 'SECONDLY', 'MINUTELY', 'HOURLY'),
    interval: fc.oneof(fc.constantFrom(...INTERVALS), fc.integer({ min: 1, max: 100_000 })),
    count: fc.oneof(fc.constantFrom(...COUNTS), fc.integer({ min: 1e6, max: 1e8 })),
    rare: fc.oneof(fc.constant({}), fc.constantFrom(...RARE)),
    byHour: part(23),
    byMinute: part(59),
    bySecond: part(59),
    byMonth: fc.constant([]),
    byMonthDay: fc.constant([]),
    byYearDay: oneIn(8, signedPart(366)),
    byWeekNo: oneIn(4, signedPart(53)),
    bySetPosition: oneIn(3, signedPart(366)),
    byDay: oneIn(4, fc.constantFrom(...WHOLE_WEEKS)),
  }).map(({ base, rare, ...hostile }) => allowedParts({ ...base, ...hostile, ...rare }))

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

const COUNTS = [null, null, null, 1, 101, 100_000, 1e6, 1e9, 2 ** 31 - 1]

const INTERVALS = [
  1,
  1,
  1,
  2,
  7,
  24,
  59,
  60,
  61,
  97,
  365,
  997,
  1439,
  1440,
  3600,
  3601,
  10_080,
  43_199,
  86_399,
  86_400,
  86_401,
  100_003,
  604_800,
  31_536_000,
  999_999_937,
  2 ** 31 - 1,
]

const of = (...months: readonly number[]) => ({
  byMonth: months.map((month) => ({ month, leap: false })),
})

/** Days that come seldom or never. */
const RARE: readonly Partial<RecurrenceRule>[] = [
  { ...of(2), byMonthDay: [29] },
  { ...of(2), byMonthDay: [30] },
  { ...of(2, 4, 6, 9, 11), byMonthDay: [31] },
  { ...of(2), byMonthDay: [29], byDay: [{ day: 'MO', nthOfPeriod: null }] },
  { ...of(2), byMonthDay: [-29], byDay: [{ day: 'SU', nthOfPeriod: null }] },
  { ...of(12), byMonthDay: [31], byDay: [{ day: 'SA', nthOfPeriod: null }] },
  { byYearDay: [366] },
  { byYearDay: [-366], ...of(1) },
  { byYearDay: [1], ...of(12) },
  { byMonthDay: [13], byDay: [{ day: 'FR', nthOfPeriod: null }] },
]

/** Nothing, a value, all but one, or every one there is. */
const part = (max: number): fc.Arbitrary<readonly number[]> =>
  fc.oneof(
    { arbitrary: fc.constant([]), weight: 3 },
    { arbitrary: fc.nat(max).map((value) => [value]), weight: 2 },
    { arbitrary: fc.nat(max).map((but) => range(0, max).filter((one) => one !== but)), weight: 1 },
    { arbitrary: fc.constant(range(0, max)), weight: 1 },
  )

const signedPart = (max: number): fc.Arbitrary<readonly number[]> =>
  fc.oneof(
    fc.integer({ min: 1, max }).map((value) => [value]),
    fc.integer({ min: 1, max }).map((value) => [-value]),
    fc.constantFrom(
      range(1, max),
      range(-max, -1),
      [...range(-max, -1), ...range(1, max)],
      [1, -1],
      [max, -max],
    ),
  )

const WHOLE_WEEKS: readonly (readonly NthDay[])[] = [
  weekdays.map((day) => ({ day, nthOfPeriod: null })),
  weekdays.flatMap((day) => range(1, 5).map((nthOfPeriod) => ({ day, nthOfPeriod }))),
  weekdays.map((day) => ({ day, nthOfPeriod: -5 })),
  [{ day: 'MO', nthOfPeriod: 5 }],
]

const oneIn = <A>(times: number, some: fc.Arbitrary<readonly A[]>): fc.Arbitrary<readonly A[]> =>
  fc.oneof({ arbitrary: fc.constant([]), weight: times - 1 }, { arbitrary: some, weight: 1 })
