import type { Frequency, Skip } from '../rule.js'
import { many, one, type ReadPart } from './read-part.js'
import { readStamp } from './stamp.js'
import { type NumberRange, readMonth, readNthDay, readNumber, WEEKDAYS } from './values.js'

const number = (range: NumberRange) => (text: string) => readNumber(text, range)
const upTo = (to: number) => number({ sign: 'Unsigned', from: 0, to })
const eitherSideOf0 = (to: number) => number({ sign: 'Signed', from: 1, to })
/** As far as INTEGER of RFC 5545 goes. */
const positive = number({ sign: 'Unsigned', from: 1, to: 2_147_483_647 })

const FREQUENCIES: ReadonlyMap<string, Frequency> = new Map(
  (['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const).map(
    (frequency) => [frequency, frequency],
  ),
)
const SKIPS: ReadonlyMap<string, Skip> = new Map(
  (['OMIT', 'BACKWARD', 'FORWARD'] as const).map((skip) => [skip, skip]),
)

/**
 * How each part of a rule is read, RSCALE apart.
 *
 * Ranges are the widest of any calendar; what the Gregorian one lacks is refused once all parts are known.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 * @see https://www.rfc-editor.org/rfc/rfc7529#section-4.1
 */
export const PARTS: ReadonlyMap<string, ReadPart> = new Map<string, ReadPart>([
  [
    'FREQ',
    one('FREQ', {
      read: (text) => FREQUENCIES.get(text) ?? 'InvalidValue',
      put: (draft, frequency) => (draft.frequency = frequency),
    }),
  ],
  ['INTERVAL', one('INTERVAL', { read: positive, put: (draft, n) => (draft.interval = n) })],
  ['COUNT', one('COUNT', { read: positive, put: (draft, n) => (draft.count = n) })],
  ['UNTIL', one('UNTIL', { read: readStamp, put: (draft, stamp) => (draft.until = stamp) })],
  [
    'WKST',
    one('WKST', {
      read: (text) => WEEKDAYS.get(text) ?? 'InvalidValue',
      put: (draft, day) => (draft.firstDayOfWeek = day),
    }),
  ],
  [
    'BYMONTH',
    many('BYMONTH', { read: readMonth, put: (draft, list) => (draft.byMonth = list), most: 26 }),
  ],
  [
    'BYWEEKNO',
    many('BYWEEKNO', {
      read: eitherSideOf0(55),
      put: (draft, list) => (draft.byWeekNo = list),
      most: 110,
    }),
  ],
  [
    'BYYEARDAY',
    many('BYYEARDAY', {
      read: eitherSideOf0(385),
      put: (draft, list) => (draft.byYearDay = list),
      most: 770,
    }),
  ],
  [
    'BYMONTHDAY',
    many('BYMONTHDAY', {
      read: eitherSideOf0(31),
      put: (draft, list) => (draft.byMonthDay = list),
      most: 62,
    }),
  ],
  [
    'BYDAY',
    many('BYDAY', { read: readNthDay, put: (draft, list) => (draft.byDay = list), most: 777 }),
  ],
  [
    'BYHOUR',
    many('BYHOUR', { read: upTo(23), put: (draft, list) => (draft.byHour = list), most: 24 }),
  ],
  [
    'BYMINUTE',
    many('BYMINUTE', { read: upTo(59), put: (draft, list) => (draft.byMinute = list), most: 60 }),
  ],
  [
    'BYSECOND',
    many('BYSECOND', { read: upTo(60), put: (draft, list) => (draft.bySecond = list), most: 61 }),
  ],
  [
    'BYSETPOS',
    many('BYSETPOS', {
      read: eitherSideOf0(385),
      put: (draft, list) => (draft.bySetPosition = list),
      most: 770,
    }),
  ],
  [
    'SKIP',
    one('SKIP', {
      read: (text) => SKIPS.get(text) ?? 'InvalidValue',
      put: (draft, skip) => (draft.skip = skip),
    }),
  ],
  [
    'RSCALE',
    one('RSCALE', {
      read: (text) => (text === '' ? 'InvalidValue' : text),
      put: (draft, name) => (draft.rscale = name),
    }),
  ],
])
