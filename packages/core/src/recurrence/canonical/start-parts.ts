import { DAY_SECONDS } from '../../time/units.js'
import { civilFromDays } from '../../time/civil.js'
import { weekdayOf } from '../gregorian/calendar.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { Weekday } from '../rule.js'
import { secondsOfStart } from '../seconds-of-start.js'
import { WEEKDAYS } from '../weekdays.js'

/** What a rule takes from its start where it says nothing itself. */
export interface StartParts {
  readonly month: number
  readonly monthDay: number
  readonly weekday: Weekday
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The parts of a start, in the Gregorian calendar; dates begin at midnight. */
export const startParts = (start: RecurrenceStart): StartParts => {
  const seconds = secondsOfStart(start)
  const days = Math.floor(seconds / DAY_SECONDS)
  const ofDay = seconds - days * DAY_SECONDS
  const { month, day } = civilFromDays(days)
  return {
    month,
    monthDay: day,
    weekday: WEEKDAYS[weekdayOf(days)] ?? 'MO',
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor(ofDay / 60) % 60,
    second: ofDay % 60,
  }
}
