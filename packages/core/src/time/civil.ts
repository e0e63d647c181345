/** A day of the proleptic Gregorian calendar. `month` counts from 1, `day` from 1. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * Counts the days from 1970-01-01 to a civil date; negative before it.
 *
 * Integer arithmetic by eras of 400 years, which all have 146,097 days. Exact for every year a
 * JavaScript number holds. Does not check: a day beyond its month runs on into the next one.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  // Years begin in March here, so that the leap day is the last of its year.
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - EPOCH_DAY
}

/**
 * The civil date that lies `days` whole days after 1970-01-01, or before it if negative.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
export const civilFromDays = (days: number): CivilDate => {
  const fromEpoch = days + EPOCH_DAY
  const era = Math.floor(fromEpoch / DAYS_PER_ERA)
  const dayOfEra = fromEpoch - era * DAYS_PER_ERA
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const beforeYear = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  const dayOfYear = dayOfEra - beforeYear
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/** How many days `month` (1 to 12) of `year` has. A month outside 1 to 12 has none. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const DAYS_PER_ERA = 146_097

/** Days from 0000-03-01, where era 0 begins, to 1970-01-01. */
const EPOCH_DAY = 719_468
