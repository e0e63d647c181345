import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from '../either.js'
import { parseRule } from '../parse-rule.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RecurrenceRejection } from '../rejection.js'
import type { RecurrenceRule } from '../rule.js'
import { printStamp } from '../rule-text/stamp.js'
import { timeZoneNamed } from '../rule-text/time-zone.js'
import { WEEKDAYS } from '../weekdays.js'
import {
  type OneOrMany,
  RRULE_FREQUENCIES,
  type RRuleOptions,
  type RRuleWeekday,
} from './rrule-options.js'

/** A rule, and the start that its options held. */
export interface RuleWithStart {
  readonly rule: RecurrenceRule
  /** Null without `dtstart`. */
  readonly start: RecurrenceStart | null
}

/**
 * Reads the options of an rrule, which keep local times as if in UTC: floating without `tzid`.
 *
 * Reads leniently; refuses `byeaster` and what has no meaning in RFC 5545.
 */
export const readRRuleOptions = (
  options: RRuleOptions,
): Either<RecurrenceRejection, RuleWithStart> => {
  if (typeof options.byeaster === 'number')
    return left({ type: 'Unsupported', part: 'BYEASTER', value: `${options.byeaster}` })
  const start = startOf(options)
  if (start._tag === 'Left') return start
  const rule = parseRule(textOf(options), { mode: 'lenient', start: start.right })
  return rule._tag === 'Left' ? rule : right({ rule: rule.right, start: start.right })
}

const startOf = ({
  dtstart,
  tzid,
}: RRuleOptions): Either<RecurrenceRejection, RecurrenceStart | null> => {
  if (dtstart === null || dtstart === undefined) return right(null)
  const localSeconds = Math.floor(dtstart.getTime() / 1000)
  if (!isInCalendar(localSeconds))
    return left({ type: 'OutOfRange', part: 'DTSTART', value: `${localSeconds}` })
  if (tzid === null || tzid === undefined) return right({ type: 'Floating', localSeconds })
  const timeZone = timeZoneNamed(tzid)
  return timeZone === undefined
    ? left({ type: 'Unsupported', part: 'TZID', value: tzid.slice(0, 100) })
    : right({ type: 'Zoned', localSeconds, timeZone })
}

const textOf = (options: RRuleOptions): string =>
  [
    `FREQ=${RRULE_FREQUENCIES[options.freq ?? -1] ?? ''}`,
    `INTERVAL=${options.interval ?? ''}`,
    `COUNT=${options.count ?? ''}`,
    `UNTIL=${untilOf(options.until)}`,
    `WKST=${all(options.wkst).map(weekday).join(',')}`,
    part('BYMONTH', options.bymonth),
    part('BYWEEKNO', options.byweekno),
    part('BYYEARDAY', options.byyearday),
    part('BYMONTHDAY', [...all(options.bymonthday), ...all(options.bynmonthday)]),
    part('BYDAY', all(options.byweekday).map(weekday)),
    part('BYHOUR', options.byhour),
    part('BYMINUTE', options.byminute),
    part('BYSECOND', options.bysecond),
    part('BYSETPOS', options.bysetpos),
  ].join(';')

const part = (name: string, values: OneOrMany<number | string>): string =>
  `${name}=${all(values).join(',')}`

const all = <T>(values: OneOrMany<T>): readonly T[] =>
  values === null || values === undefined ? [] : isList(values) ? values : [values]

const isList = <T>(values: T | readonly T[]): values is readonly T[] => Array.isArray(values)

const weekday = (day: RRuleWeekday): string => {
  if (typeof day === 'string') return day
  if (typeof day === 'number') return WEEKDAYS[day] ?? `${day}`
  return `${day.n ?? ''}${WEEKDAYS[day.weekday] ?? day.weekday}`
}

const untilOf = (until: Date | null | undefined): string => {
  if (until === null || until === undefined) return ''
  const localSeconds = Math.floor(until.getTime() / 1000)
  return isInCalendar(localSeconds)
    ? printStamp({ type: 'Local', localSeconds })
    : `${localSeconds}`
}

/** Years 0001 to 9999; false for the time of an invalid Date. */
const isInCalendar = (seconds: number): boolean =>
  seconds >= -62_135_596_800 && seconds < 253_402_300_800
