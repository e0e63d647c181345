/** The remainder of floored division: never negative, exact while the numbers are whole. */
export const mod = (value: number, divisor: number): number =>
  value - Math.floor(value / divisor) * divisor

/** The quotient without its fraction, of numbers that are not negative and whose quotient is below 2^31. */
export const quotient = (dividend: number, divisor: number): number => (dividend / divisor) | 0

/** The greatest number that divides both. */
export const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

/** The smallest number that both divide. */
export const leastCommonMultiple = (a: number, b: number): number =>
  (a / greatestCommonDivisor(a, b)) * b

/** The day of the week of a day counted from 1970-01-01: 0 is Monday. */
export const weekdayOf = (day: number): number => (day + DAYS_BEFORE + 3) % 7

/** Whether a year of the Gregorian calendar has 366 days. */
export const isLeap = (year: number): boolean =>
  (year & 3) === 0 && (year % 100 !== 0 || (year & 15) === 0)

/** 1 January of a year, in days from 1970-01-01. */
export const yearStart = (year: number): number => {
  // Of numbers that are not negative the compiler makes divisions of integers.
  const y = year + ERAS_BEFORE * 400
  return 365 * y + ((y + 3) >> 2) - quotient(y + 99, 100) + quotient(y + 399, 400) - YEAR_0
}

/** The day of the year, from 0, on which a month (0 to 11; 12 is the next year) begins. */
export const monthStart = (month: number, leapDays: number): number =>
  (MONTH_STARTS[month] ?? 0) + (month > 1 ? leapDays : 0)

/** The month, 0 to 11, that a day of the year, from 0, lies in. */
export const monthOfYearDay = (yearDay: number, leapDays: number): number => {
  // Months are shorter than 32 days, yet so little that the quotient is never two months behind.
  const atLeast = yearDay >> 5
  return yearDay >= monthStart(atLeast + 1, leapDays) ? atLeast + 1 : atLeast
}

const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

/** Far enough back that no year or day is negative. */
const ERAS_BEFORE = 25
const DAYS_BEFORE = ERAS_BEFORE * 146_097

/** Days from 1 January of the year that is 0 then to 1970-01-01. */
const YEAR_0 = DAYS_BEFORE + 719_528
