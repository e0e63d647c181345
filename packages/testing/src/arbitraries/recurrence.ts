import type {
  Frequency,
  NthDay,
  RecurrenceRule,
  RecurrenceSet,
  RecurrenceStart,
  Weekday,
} from '@kalends/core/recurrence'
import { daysFromCivil, UTC } from '@kalends/core'
import * as fc from 'fast-check'
import { nights } from './night.js'
import { record } from './record.js'

const DAY_SECONDS = 86_400

/** The seven, from the rarest to the most often. */
export const frequencies = [
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
] as const satisfies readonly Frequency[]

/** About how many seconds a period of a frequency lasts. */
export const periodSeconds: Readonly<Record<Frequency, number>> = {
  YEARLY: 366 * DAY_SECONDS,
  MONTHLY: 31 * DAY_SECONDS,
  WEEKLY: 7 * DAY_SECONDS,
  DAILY: DAY_SECONDS,
  HOURLY: 3600,
  MINUTELY: 60,
  SECONDLY: 1,
}

/** The seven, from Monday. */
export const weekdays = [
  'MO',
  'TU',
  'WE',
  'TH',
  'FR',
  'SA',
  'SU',
] as const satisfies readonly Weekday[]

/**
 * Rules that RFC 5545 allows after `start`, each part there about one time in four.
 *
 * Gregorian, without SKIP. Most of them occur; some never do.
 */
export const recurrenceRule = (start: RecurrenceStart): fc.Arbitrary<RecurrenceRule> => {
  const those = start.type === 'Date' ? frequencies.slice(0, 4) : frequencies
  return fc
    .constantFrom(...those)
    .chain((frequency) => parts(frequency, start))
    .map(allowedParts)
}

const parts = (frequency: Frequency, start: RecurrenceStart): fc.Arbitrary<RecurrenceRule> => {
  const timed = start.type !== 'Date'
  const ofTime = (max: number) => (timed ? list(fc.nat(max), 3) : fc.constant([]))
  const signed = (max: number) => list(fc.integer({ min: 1, max }).chain(eitherSign), 4)
  return record<RecurrenceRule>({
    frequency: fc.constant(frequency),
    interval: fc.oneof(
      { arbitrary: fc.constant(1), weight: 3 },
      { arbitrary: fc.integer({ min: 2, max: 13 }), weight: 2 },
    ),
    count: fc.oneof(
      { arbitrary: fc.constant(null), weight: 3 },
      { arbitrary: fc.integer({ min: 1, max: 400 }), weight: 1 },
    ),
    until: fc.constant(null),
    firstDayOfWeek: fc.constantFrom('MO', 'MO', 'SU', ...weekdays),
    byMonth: list(fc.integer({ min: 1, max: 12 }), 4).map((months) =>
      months.map((month) => ({ month, leap: false })),
    ),
    byWeekNo: signed(53),
    byYearDay: signed(366),
    byMonthDay: signed(31),
    byDay: list(nthDay(frequency), 4),
    byHour: ofTime(23),
    byMinute: ofTime(59),
    bySecond: ofTime(59),
    bySetPosition: list(fc.integer({ min: 1, max: 4 }).chain(eitherSign), 2),
    rscale: fc.constant(null),
    skip: fc.constant('OMIT' as const),
  })
}

/** A part: empty three times in four, else up to `most` different values. */
const list = <A>(value: fc.Arbitrary<A>, most: number): fc.Arbitrary<readonly A[]> =>
  fc.oneof(
    { arbitrary: fc.constant([]), weight: 3 },
    {
      arbitrary: fc.uniqueArray(value, {
        minLength: 1,
        maxLength: most,
        selector: (each) => JSON.stringify(each),
      }),
      weight: 1,
    },
  )

const eitherSign = (value: number): fc.Arbitrary<number> => fc.constantFrom(value, value, -value)

const nthDay = (frequency: Frequency): fc.Arbitrary<NthDay> => {
  const most = frequency === 'YEARLY' ? 6 : 5
  const nth =
    frequency === 'YEARLY' || frequency === 'MONTHLY'
      ? fc.option(fc.integer({ min: 1, max: most }).chain(eitherSign), { freq: 2 })
      : fc.constant(null)
  return record({ day: fc.constantFrom(...weekdays), nthOfPeriod: nth })
}

/** The same rule without the parts that RFC 5545 does not allow beside the others. */
export const allowedParts = (rule: RecurrenceRule): RecurrenceRule => {
  const { frequency } = rule
  const byWeekNo = frequency === 'YEARLY' ? rule.byWeekNo : []
  const isLimitedByDay = frequency === 'DAILY' || frequency === 'WEEKLY' || frequency === 'MONTHLY'
  const kept = {
    ...rule,
    byWeekNo,
    byYearDay: isLimitedByDay ? [] : rule.byYearDay,
    byMonthDay: frequency === 'WEEKLY' ? [] : rule.byMonthDay,
    byDay:
      byWeekNo.length > 0 || !['MONTHLY', 'YEARLY'].includes(frequency)
        ? withoutNth(rule.byDay)
        : rule.byDay,
  }
  const others = [
    ...kept.byMonth,
    ...kept.byWeekNo,
    ...kept.byYearDay,
    ...kept.byMonthDay,
    ...kept.byDay,
    ...kept.byHour,
    ...kept.byMinute,
    ...kept.bySecond,
  ]
  return others.length === 0 ? { ...kept, bySetPosition: [] } : kept
}

const withoutNth = (days: readonly NthDay[]): readonly NthDay[] =>
  [...new Set(days.map(({ day }) => day))].map((day) => ({ day, nthOfPeriod: null }))

const TIMES = [0, 9 * 3600, 9 * 3600, 2.5 * 3600, DAY_SECONDS - 1, 13 * 3600 + 5 * 60 + 7]

/** Starts from 1990 to 2030: dates, floating times and times of the nights' zones and of UTC. */
export const recurrenceStart = (): fc.Arbitrary<RecurrenceStart> =>
  record({
    day: fc.integer({ min: daysFromCivil(1990, 1, 1), max: daysFromCivil(2030, 12, 31) }),
    time: fc.constantFrom(...TIMES),
    type: fc.constantFrom('Date', 'Floating', 'Floating', 'Zoned', 'Zoned', 'Zoned'),
    timeZone: fc.constantFrom(UTC, ...nights.map(({ timeZone }) => timeZone)),
  }).map(({ day, time, type, timeZone }): RecurrenceStart => {
    const localSeconds = day * DAY_SECONDS + time
    if (type === 'Date') return { type, day }
    return type === 'Floating' ? { type, localSeconds } : { type: 'Zoned', localSeconds, timeZone }
  })

/** The local seconds at which a set starts; midnight for a date. */
export const startSecondsOf = (start: RecurrenceStart): number =>
  start.type === 'Date' ? start.day * DAY_SECONDS : start.localSeconds

/** A set of one rule and nothing else. */
export const ruleSet = (start = recurrenceStart()): fc.Arbitrary<RecurrenceSet> =>
  start.chain((from) => recurrenceRule(from).map((rule) => setOf(from, [rule])))

/** A set of these rules, no dates, and the options' defaults. */
export const setOf = (start: RecurrenceStart, rules: readonly RecurrenceRule[]): RecurrenceSet => ({
  start,
  rules,
  exclusionRules: [],
  dates: [],
  excluded: [],
  options: { gap: null, includeDtstart: false },
})
