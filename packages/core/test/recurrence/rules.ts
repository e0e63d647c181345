import fc from 'fast-check'
import type { Frequency, NthDay, RecurrenceRule, Weekday } from '../../src/recurrence/rule.js'
import { at, bare } from './rule-of.js'

/** A rule, its start, and a length of time in which it can be walked naively. */
export interface Sample {
  readonly rule: RecurrenceRule
  readonly start: number
  readonly length: number
}

/** Valid rules of all frequencies without COUNT and UNTIL. */
export const samples = (): fc.Arbitrary<Sample> =>
  fc
    .tuple(
      fc.constantFrom(...FREQUENCIES),
      fc.integer({ min: at('1970-01-01'), max: at('2040-01-01') }),
    )
    .chain(([frequency, start]) =>
      rulesOf(frequency, start).map((rule) => ({ rule, start, length: LENGTHS[frequency] })),
    )

const FREQUENCIES = [
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
] as const

const DAY = 86_400
const LENGTHS: Readonly<Record<Frequency, number>> = {
  YEARLY: 6 * 366 * DAY,
  MONTHLY: 3 * 366 * DAY,
  WEEKLY: 400 * DAY,
  DAILY: 400 * DAY,
  HOURLY: 3 * DAY,
  MINUTELY: DAY / 2,
  SECONDLY: DAY / 8,
}

const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const rulesOf = (frequency: Frequency, start: number): fc.Arbitrary<RecurrenceRule> => {
  const yearly = frequency === 'YEARLY'
  const monthly = frequency === 'MONTHLY'
  const date = new Date(start * 1000)
  /** Absent as a rule, else few; often what lies by the start. */
  const some = (allowed: boolean, size: number, near: number): fc.Arbitrary<readonly number[]> =>
    allowed
      ? fc.oneof(
          { weight: 3, arbitrary: fc.constant([]) },
          {
            weight: 1,
            arbitrary: fc.array(
              fc.oneof(
                fc.integer({ min: 1, max: size }),
                fc.integer({ min: -size, max: -1 }),
                fc.constant(near),
              ),
              { minLength: 1, maxLength: 5 },
            ),
          },
        )
      : fc.constant([])
  const times = (size: number, near: number): fc.Arbitrary<readonly number[]> =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.oneof(fc.integer({ min: 0, max: size - 1 }), fc.constant(near)), {
          minLength: 1,
          maxLength: 6,
        }),
      },
      { weight: 1, arbitrary: fc.constant(Array.from({ length: size }, (_, n) => n)) },
    )
  const nth = yearly ? 53 : 5
  const days: fc.Arbitrary<readonly NthDay[]> = fc.array(
    fc.record({
      day: fc.constantFrom(...WEEKDAYS),
      nthOfPeriod:
        yearly || monthly
          ? fc.oneof(
              fc.constant(null),
              fc.integer({ min: 1, max: nth }),
              fc.integer({ min: -nth, max: -1 }),
            )
          : fc.constant(null),
    }),
    { minLength: 1, maxLength: 4 },
  )
  return fc
    .record({
      interval: fc.oneof(
        fc.constant(1),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(6, 7, 10, 11, 12, 13, 14, 15, 18, 20, 24, 30, 36, 45, 60, 97, 120, 1440),
      ),
      firstDayOfWeek: fc.constantFrom(...WEEKDAYS),
      byMonth: some(true, 12, date.getUTCMonth() + 1),
      byWeekNo: some(yearly, 53, 1),
      byYearDay: some(!monthly && frequency !== 'WEEKLY' && frequency !== 'DAILY', 366, 1),
      byMonthDay: some(frequency !== 'WEEKLY', 31, date.getUTCDate()),
      byDay: fc.oneof(fc.constant<readonly NthDay[]>([]), days),
      byHour: times(24, date.getUTCHours()),
      byMinute: times(60, date.getUTCMinutes()),
      bySecond: times(60, date.getUTCSeconds()),
      bySetPosition: some(true, 8, 1),
    })
    .map((parts) => {
      const months = parts.byMonth.map((month) => ({ month: Math.abs(month), leap: false }))
      const byDay =
        parts.byWeekNo.length > 0
          ? parts.byDay.map(({ day }) => ({ day, nthOfPeriod: null }))
          : parts.byDay
      return { ...bare(frequency), ...parts, byMonth: months, byDay: thinned(byDay) }
    })
    .map((rule) =>
      // Walking every second of a year is not for tests.
      EXPANDING.has(frequency) && timesOf(rule) > 60
        ? { ...rule, byMinute: [], bySecond: [] }
        : rule,
    )
}

const timesOf = ({ byHour, byMinute, bySecond }: RecurrenceRule): number =>
  [byHour, byMinute, bySecond].reduce((product, list) => product * Math.max(1, list.length), 1)

const EXPANDING = new Set<Frequency>(['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY'])

const thinned = (days: readonly NthDay[]): readonly NthDay[] =>
  days.filter(
    (by, index) =>
      index ===
      days.findIndex((other) => other.day === by.day && other.nthOfPeriod === by.nthOfPeriod),
  )
