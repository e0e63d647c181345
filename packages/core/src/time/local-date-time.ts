import * as t from 'io-ts'
import { daysFromCivil } from './civil.js'
import { digitsAt, twoDigits } from './digits.js'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { LocalDate, localDateOfDays } from './local-date.js'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './units.js'

/** What tells a `LocalDateTime` from any other text. */
export interface LocalDateTimeBrand {
  readonly LocalDateTime: unique symbol
}

/**
 * A wall-clock reading without zone or offset, in milliseconds: `2027-03-08T09:00:00`,
 * `2027-03-08T09:00:00.25`. Years 0001 to 9999.
 *
 * Names an instant only together with a time zone; a reading in a gap or a fold takes the offset
 * before the transition. Sorting the strings sorts the readings. A fraction has one to three digits;
 * `.5` and `.500` are one reading, which `localDateTimeOfMs` spells `.5`.
 *
 * Rejects `24:00:00`, leap seconds and days that do not exist (30 February).
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-1.4.4
 */
export const LocalDateTime = t.brand(
  t.string,
  (s): s is t.Branded<string, LocalDateTimeBrand> => isLocalDateTime(s),
  'LocalDateTime',
)
export type LocalDateTime = t.TypeOf<typeof LocalDateTime>

/** What `ldt` reads, in milliseconds from 1970-01-01T00:00:00 on the same clock: as if it were UTC. */
export const localMsOf = (ldt: LocalDateTime): number =>
  daysFromCivil(digitsAt(ldt, 0, 4), digitsAt(ldt, 5, 2), digitsAt(ldt, 8, 2)) * DAY_MS +
  digitsAt(ldt, 11, 2) * HOUR_MS +
  digitsAt(ldt, 14, 2) * MINUTE_MS +
  digitsAt(ldt, 17, 2) * SECOND_MS +
  fractionMs(ldt)

/**
 * The reading `localMs` milliseconds after 1970-01-01T00:00:00 on the same clock.
 *
 * A fraction is printed in three digits, only when it is not zero. Whole milliseconds; held
 * to the first and last `LocalDateTime`.
 */
export const localDateTimeOfMs = (localMs: number): LocalDateTime => {
  const held = Math.min(Math.max(localMs, MIN_INSTANT), MAX_INSTANT)
  const days = Math.floor(held / DAY_MS)
  const msOfDay = held - days * DAY_MS
  return `${localDateOfDays(days)}T${timeOfDay(msOfDay)}` as LocalDateTime
}

const timeOfDay = (msOfDay: number): string => {
  const seconds = Math.floor(msOfDay / SECOND_MS)
  const minutes = Math.floor(seconds / 60)
  const clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
  return `${clock}:${twoDigits(seconds % 60)}${fraction(msOfDay % SECOND_MS)}`
}

const fraction = (ms: number): string => (ms === 0 ? '' : `.${`${ms}`.padStart(3, '0')}`)

const fractionMs = (ldt: string): number => {
  const digits = ldt.length - FRACTION_AT
  return digits > 0 ? digitsAt(ldt, FRACTION_AT, digits) * 10 ** (3 - digits) : 0
}

const isLocalDateTime = (s: string): boolean =>
  FORM.test(s) &&
  LocalDate.is(s.slice(0, 10)) &&
  digitsAt(s, 11, 2) < 24 &&
  digitsAt(s, 14, 2) < 60 &&
  digitsAt(s, 17, 2) < 60

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?$/

/** Where the fraction's first digit stands. */
const FRACTION_AT = 20
