import { civilFromDays } from '../time/civil.js'
import { twoDigits } from '../time/digits.js'
import { DAY_MS, SECOND_MS } from '../time/units.js'
import type { Zone } from '../time/zone.js'
import { readingOf } from './rule-text/reading-of.js'
import { readStamp } from './rule-text/stamp.js'

/**
 * The milliseconds a stamp names: an instant, or without a zone local time as if in UTC. Null when it is none.
 *
 * Reads `2027-03-08`, `2027-03-08T09:00:00`, `2027-03-08T14:00:00Z`, with or without `-` and `:`. A date is its
 * midnight; UTC is read as the local clock where there is no zone.
 */
export const msOfStamp = (text: string, zone: Zone | null): number | null => {
  const stamp = readStamp(EXTENDED.test(text) ? text.replaceAll(/[-:]/g, '') : text)
  if (typeof stamp === 'string') return null
  const ms = readingOf(stamp) * SECOND_MS
  return zone === null || stamp.type === 'Utc' ? ms : zone.instantOf(ms)
}

/** Prints whole seconds as `2027-03-08T09:00:00`. */
export const localStampOf = (localMs: number): string => {
  const days = Math.floor(localMs / DAY_MS)
  const seconds = Math.floor((localMs - days * DAY_MS) / SECOND_MS)
  const { year, month, day } = civilFromDays(days)
  const date = `${`${year}`.padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${date}T${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`
}

const EXTENDED = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z?)?$/
