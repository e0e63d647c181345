import { DAY_SECONDS } from '../../time/units.js'
import { civilFromDays, daysFromCivil, daysInMonth } from '../../time/civil.js'
import { digitsAt, twoDigits } from '../../time/digits.js'
import type { Until } from '../rule.js'
import type { Fault } from './refusals.js'

/**
 * Reads a DATE or DATE-TIME of iCalendar: `20270308`, `20270308T090000`, `20270308T140000Z`.
 *
 * Second 60 is read as 59, as the RFC asks of those without leap seconds. Years 0001 to 9999.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 */
export const readStamp = (text: string): Until | Fault => {
  const { length } = text
  const isForm = length === 8 ? isDigits(text, 0, 8) : isDateTime(text)
  if (!isForm) return 'InvalidValue'
  const day = dayOf(text)
  if (Number.isNaN(day)) return 'OutOfRange'
  if (length === 8) return { type: 'Date', day }
  const secondOfDay = secondOfDayOf(text)
  if (Number.isNaN(secondOfDay)) return 'OutOfRange'
  const seconds = day * DAY_SECONDS + secondOfDay
  return length === 16
    ? { type: 'Utc', epochSeconds: seconds }
    : { type: 'Local', localSeconds: seconds }
}

/** Prints a stamp as `readStamp` reads it. Years 0001 to 9999. */
export const printStamp = (stamp: Until): string => {
  switch (stamp.type) {
    case 'Date':
      return printDay(stamp.day)
    case 'Local':
      return printSeconds(stamp.localSeconds)
    case 'Utc':
      return `${printSeconds(stamp.epochSeconds)}Z`
  }
}

const printSeconds = (seconds: number): string => {
  const day = Math.floor(seconds / DAY_SECONDS)
  const ofDay = seconds - day * DAY_SECONDS
  const [hour, minute] = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60]
  return `${printDay(day)}T${twoDigits(hour)}${twoDigits(minute)}${twoDigits(ofDay % 60)}`
}

const printDay = (day: number): string => {
  const civil = civilFromDays(day)
  return `${`${civil.year}`.padStart(4, '0')}${twoDigits(civil.month)}${twoDigits(civil.day)}`
}

const isDateTime = (text: string): boolean =>
  (text.length === 15 || (text.length === 16 && text.charCodeAt(15) === LETTER_Z)) &&
  text.charCodeAt(8) === LETTER_T &&
  isDigits(text, 0, 8) &&
  isDigits(text, 9, 15)

const isDigits = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

const dayOf = (text: string): number => {
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 4, 2), digitsAt(text, 6, 2)]
  const exists = year > 0 && day > 0 && day <= daysInMonth(year, month)
  return exists ? daysFromCivil(year, month, day) : Number.NaN
}

const secondOfDayOf = (text: string): number => {
  const [hour, minute, second] = [
    digitsAt(text, 9, 2),
    digitsAt(text, 11, 2),
    digitsAt(text, 13, 2),
  ]
  const exists = hour < 24 && minute < 60 && second <= 60
  return exists ? hour * 3600 + minute * 60 + Math.min(second, 59) : Number.NaN
}

const LETTER_T = 84
const LETTER_Z = 90
