import type { Skip } from '../rule.js'
import type { CalendarMonth, CalendarYear } from './calendar-year.js'
import type { Month } from '../rule.js'

/** A stretch of days, of which the nth, from the end when negative, may not exist. */
export interface Days {
  readonly firstDay: number
  readonly length: number
}

/**
 * The nth day of a month or year. One it does not have becomes, by SKIP, the nearest day outside or
 * inside on the side asked for: after day 28 of February come day 28 and 1 March.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7529#section-4.1
 */
export const nthDay = ({ firstDay, length }: Days, n: number, skip: Skip): readonly number[] => {
  if (n > 0 && n <= length) return [firstDay + n - 1]
  if (n < 0 && -n <= length) return [firstDay + length + n]
  if (skip === 'OMIT' || n === 0) return []
  const before = n > 0 ? firstDay + length - 1 : firstDay - 1
  return [skip === 'BACKWARD' ? before : before + 1]
}

/**
 * The month of a year that BYMONTH names. A leap month the year does not have becomes, by SKIP, the one it
 * would follow or the one after that; `following` is the first month of the next year.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7529#section-4.1
 */
export const monthNamed = (
  { months }: CalendarYear,
  { month, leap }: Month,
  { skip, following }: { readonly skip: Skip; readonly following: () => CalendarMonth | undefined },
): CalendarMonth | undefined => {
  const found = months.find((other) => other.month === month && other.leap === leap)
  if (found !== undefined || !leap || skip === 'OMIT') return found
  const regular = months.findIndex((other) => other.month === month)
  if (regular < 0) return undefined
  return skip === 'BACKWARD' ? months[regular] : (months[regular + 1] ?? following())
}
