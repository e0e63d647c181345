import type { Either } from 'fp-ts/lib/Either.js'
import * as m from 'rrule'
import type { Options, RRule as RRuleObject } from 'rrule'
import { left, right } from './recurrence/either.js'
import type { RecurrenceStart } from './recurrence/recurrence-set.js'
import type { RecurrenceRejection } from './recurrence/rejection.js'
import {
  readRRuleOptions,
  type RuleWithStart,
} from './recurrence/rrule-options/read-rrule-options.js'
import type { RRuleOptions } from './recurrence/rrule-options/rrule-options.js'
import { isSaidByRRule } from './recurrence/rrule-options/said-by-rrule.js'
import type { NthDay, RecurrenceRule, Until } from './recurrence/rule.js'
import { DAY_SECONDS } from './time/units.js'
import { WEEKDAYS } from './recurrence/weekdays.js'
import type { WordsLocale } from './recurrence/words/language.js'
import { sentence } from './recurrence/words/sentence.js'
import type { TimeZoneId } from './time/time-zone-id.js'
import { zoneOf } from './time/zone.js'

export type { RuleWithStart } from './recurrence/rrule-options/read-rrule-options.js'
export type { RRuleOptions } from './recurrence/rrule-options/rrule-options.js'
export type { WordsLocale } from './recurrence/words/language.js'
export { type NextDatesOptions, wordsOfNextDates } from './recurrence/words/next-dates.js'

// Node hands a CommonJS module over as `default`, bundlers by its names.
const asModule: { readonly default?: Pick<typeof m, 'RRule' | 'Weekday'> } = m
const rrule = asModule.default ?? m

/**
 * The options of `rrule` that mean `rule` from `start`.
 *
 * As rrule has it, `dtstart` and `until` are local times as if in UTC, whatever the zone; a date is its midnight.
 * Refuses RSCALE and SKIP, which rrule does not know.
 */
export const toRRuleOptions = (
  rule: RecurrenceRule,
  start: RecurrenceStart,
): Either<RecurrenceRejection, Partial<Options>> => {
  if (rule.rscale !== null) return unsupported('RSCALE', rule.rscale)
  if (rule.skip !== 'OMIT') return unsupported('SKIP', rule.skip)
  return right({
    ...ruleOptions(rule, start),
    dtstart: new Date(
      (start.type === 'Date' ? start.day * DAY_SECONDS : start.localSeconds) * 1000,
    ),
    ...(start.type === 'Zoned' ? { tzid: start.timeZone } : {}),
  })
}

/** The rule that options of `rrule` mean, and their start: without `tzid` a floating one. */
export const fromRRuleOptions = (
  options: Partial<Options>,
): Either<RecurrenceRejection, RuleWithStart> => readRRuleOptions(given(options))

/** An `RRule` that means `rule` from `start`; refuses as `toRRuleOptions` does. */
export const toRRule = (
  rule: RecurrenceRule,
  start: RecurrenceStart,
): Either<RecurrenceRejection, RRuleObject> => {
  const options = toRRuleOptions(rule, start)
  return options._tag === 'Left' ? options : right(new rrule.RRule(options.right))
}

/** The rule that an `RRule` was made of, and its start. */
export const fromRRule = (object: RRuleObject): Either<RecurrenceRejection, RuleWithStart> =>
  fromRRuleOptions(object.origOptions)

/** How a rule is said. */
export interface ToTextOptions {
  readonly locale: WordsLocale
  /** Where an UNTIL in UTC is read; UTC when left out. */
  readonly timeZone?: TimeZoneId
}

/**
 * Says a rule in words, without a full stop: `every month on the 2nd Tuesday`, `jeden Monat am 2. Dienstag des
 * Monats`.
 *
 * All parts of the rule are said, and nothing that only its start implies. English is rrule's where that says
 * all of it.
 */
export const toText = (rule: RecurrenceRule, { locale, timeZone }: ToTextOptions): string => {
  if (locale !== 'en' || !isSaidByRRule(rule))
    return sentence(rule, { locale, timeZone: timeZone ?? 'UTC' })
  const start: RecurrenceStart =
    timeZone === undefined
      ? { type: 'Floating', localSeconds: 0 }
      : { type: 'Zoned', localSeconds: 0, timeZone }
  // Given a start, rrule does not ask the clock.
  return new rrule.RRule({ ...ruleOptions(rule, start), dtstart: new Date(0) }).toText()
}

const ruleOptions = (rule: RecurrenceRule, start: RecurrenceStart): Partial<Options> => ({
  freq: rrule.RRule[rule.frequency],
  interval: rule.interval,
  wkst: WEEKDAYS.indexOf(rule.firstDayOfWeek),
  ...(rule.count === null ? {} : { count: rule.count }),
  ...(rule.until === null ? {} : { until: new Date(localSeconds(rule.until, start) * 1000) }),
  ...list(
    'bymonth',
    rule.byMonth.map(({ month }) => month),
  ),
  ...list('byweekno', rule.byWeekNo),
  ...list('byyearday', rule.byYearDay),
  ...list('bymonthday', rule.byMonthDay),
  ...list('byweekday', rule.byDay.map(weekday)),
  ...list('byhour', rule.byHour),
  ...list('byminute', rule.byMinute),
  ...list('bysecond', rule.bySecond),
  ...list('bysetpos', rule.bySetPosition),
})

const list = <T>(name: keyof Options, values: readonly T[]) =>
  values.length === 0 ? {} : { [name]: [...values] }

const weekday = ({ day, nthOfPeriod }: NthDay) =>
  nthOfPeriod === null
    ? new rrule.Weekday(WEEKDAYS.indexOf(day))
    : new rrule.Weekday(WEEKDAYS.indexOf(day), nthOfPeriod)

const localSeconds = (until: Until, start: RecurrenceStart): number => {
  switch (until.type) {
    case 'Date':
      return until.day * DAY_SECONDS
    case 'Local':
      return until.localSeconds
    case 'Utc':
      return start.type === 'Zoned'
        ? zoneOf(start.timeZone).localMsOf(until.epochSeconds * 1000) / 1000
        : until.epochSeconds
  }
}

const given = (options: Partial<Options>): RRuleOptions => options

const unsupported = (part: string, value: string): Either<RecurrenceRejection, never> =>
  left({ type: 'Unsupported', part, value })
