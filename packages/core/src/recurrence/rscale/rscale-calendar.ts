import type { RscaleCalendar } from './calendar-year.js'
import { gregorianCalendar } from './gregorian-calendar.js'
import { intlCalendar } from './intl-calendar.js'

/** The calendar of a CLDR name; null stands for the Gregorian one, and is returned when there is none. */
export const rscaleCalendar = (name: string | null): RscaleCalendar | null => {
  if (name === null || LIKE_GREGORIAN.has(name)) return gregorianCalendar
  const known = remembered.get(name)
  if (known !== undefined) return known
  const calendar = intlCalendar(name)
  if (calendar !== null) remembered.set(name, calendar)
  return calendar
}

/** They differ from it in how they count their years, which no rule mentions. */
const LIKE_GREGORIAN: ReadonlySet<string> = new Set(['gregorian', 'buddhist', 'japanese', 'roc'])

/** At most one for each calendar of the platform. */
const remembered = new Map<string, RscaleCalendar>()
