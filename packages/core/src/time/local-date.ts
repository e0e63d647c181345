import * as t from 'io-ts'
import { civilFromDays, daysFromCivil, daysInMonth } from './civil.js'
import { digitsAt, twoDigits } from './digits.js'

interface LocalDateBrand {
  readonly LocalDate: unique symbol
}

/**
 * A day without a zone: `2027-03-08`, from `0001-01-01` to `9999-12-31`.
 *
 * Sorting the strings sorts the days. Rejects days that do not exist (30 February).
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 `full-date`
 */
export const LocalDate = t.brand(
  t.string,
  (s): s is t.Branded<string, LocalDateBrand> => isLocalDate(s),
  'LocalDate',
)
export type LocalDate = t.TypeOf<typeof LocalDate>

/** The days from 1970-01-01 to `date`; negative before it. */
export const daysOfLocalDate = (date: LocalDate): number =>
  daysFromCivil(digitsAt(date, 0, 4), digitsAt(date, 5, 2), digitsAt(date, 8, 2))

/** The date `days` whole days after 1970-01-01, held to the first and last `LocalDate`. */
export const localDateOfDays = (days: number): LocalDate => {
  const { year, month, day } = civilFromDays(Math.min(Math.max(days, FIRST_DAY), LAST_DAY))
  const fullYear = `${year}`.padStart(4, '0')
  return `${fullYear}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate
}

/** The date `n` whole days after `date`, or before it if negative; held to the first and last `LocalDate`. */
export const addDays = (date: LocalDate, n: number): LocalDate =>
  localDateOfDays(daysOfLocalDate(date) + n)

const isLocalDate = (s: string): boolean => FORM.test(s) && digitsAt(s, 0, 4) > 0 && dayExists(s)

const dayExists = (s: string): boolean => {
  const day = digitsAt(s, 8, 2)
  return day >= 1 && day <= daysInMonth(digitsAt(s, 0, 4), digitsAt(s, 5, 2))
}

const FORM = /^\d{4}-\d{2}-\d{2}$/
const FIRST_DAY = daysFromCivil(1, 1, 1)
const LAST_DAY = daysFromCivil(9999, 12, 31)
