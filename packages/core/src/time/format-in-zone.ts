import { twoDigits } from './digits.js'
import { type Instant, MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { localDateTimeOfMs } from './local-date-time.js'
import { formatInstantUtc } from './stamp.js'
import { MINUTE_MS } from './units.js'
import { isUtc } from './utc.js'
import type { Zone } from './zone.js'

/**
 * Prints an instant as `zone` reads it: `2027-03-08T09:00:00-05:00`; `Z` only when the zone is UTC.
 *
 * The stamp always names the same instant: an offset with seconds (local mean time) is rounded to
 * minutes and the reading follows it; where the reading would leave the years 0001 to 9999, the
 * stamp is in UTC. A fraction is printed only when it is not zero. The instant is held to MIN_INSTANT
 * and MAX_INSTANT.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export const formatInZone = (instant: Instant, zone: Zone): string => {
  if (isUtc(zone.id)) return formatInstantUtc(instant)
  const minutes = Math.round(zone.offsetMsAt(instant) / MINUTE_MS)
  const localMs = instant + minutes * MINUTE_MS
  const hasReading = localMs >= MIN_INSTANT && localMs <= MAX_INSTANT
  return hasReading
    ? `${localDateTimeOfMs(localMs)}${printedOffset(minutes)}`
    : formatInstantUtc(instant)
}

const printedOffset = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}
