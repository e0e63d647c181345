import type { Frequency, Skip } from '../rule.js'
import type { Fault } from './refusals.js'
import { many, numbers, one, type ReadPart } from './read-part.js'
import { readStamp } from './stamp.js'
import { WEEKDAYS } from '../weekdays.js'
import { eitherSideOf0, oneOf, readMonth, readNthDay, within } from './values.js'

const FREQUENCIES: readonly Frequency[] = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
]
const SKIPS: readonly Skip[] = ['OMIT', 'BACKWARD', 'FORWARD']

/**
 * How a part of a rule is read; undefined if there is no such part.
 *
 * Ranges are the widest of any calendar; what the Gregorian one lacks is refused once all parts are known.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 * @see https://www.rfc-editor.org/rfc/rfc7529#section-4.1
 */
export const partNamed = (name: string): ReadPart | undefined => (parts ??= newParts()).get(name)

/** Made when first needed, so that bundles which read no rules can leave it out. */
let parts: ReadonlyMap<string, ReadPart> | undefined

const newParts = (): ReadonlyMap<string, ReadPart> =>
  new Map<string, ReadPart>([
    ['FREQ', one('frequency', oneOf(FREQUENCIES))],
    ['INTERVAL', one('interval', positive)],
    ['COUNT', one('count', positive)],
    ['UNTIL', one('until', readStamp)],
    ['WKST', one('firstDayOfWeek', oneOf(WEEKDAYS))],
    ['BYMONTH', many(readMonth, 26, (rule, months) => (rule.byMonth = months))],
    ['BYWEEKNO', numbers('byWeekNo', eitherSideOf0(55), 110)],
    ['BYYEARDAY', numbers('byYearDay', eitherSideOf0(385), 770)],
    ['BYMONTHDAY', numbers('byMonthDay', eitherSideOf0(31), 62)],
    ['BYDAY', many(readNthDay, 777, (rule, days) => (rule.byDay = days))],
    ['BYHOUR', numbers('byHour', within(0, 23), 24)],
    ['BYMINUTE', numbers('byMinute', within(0, 59), 60)],
    ['BYSECOND', numbers('bySecond', within(0, 60), 61)],
    ['BYSETPOS', numbers('bySetPosition', eitherSideOf0(385), 770)],
    ['SKIP', one('skip', oneOf(SKIPS))],
    ['RSCALE', one('rscale', (text) => text || 'InvalidValue')],
  ])

/** As far as INTEGER of RFC 5545 goes. */
const positive = (text: string): number | Fault => within(1, 2_147_483_647)(text)
