import type { Instant } from './instant.js'
import type { TimeZoneId } from './time-zone-id.js'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './units.js'

/** Answers with the offset from UTC at an instant, in milliseconds, positive in the east. */
export type OffsetProbe = (instant: Instant) => number

/**
 * Asks `Intl` for the offsets of a zone: about a microsecond each.
 *
 * Offsets of local mean time come with their seconds (`GMT-4:56:02`). Throws a RangeError only for
 * an instant outside what `Intl` prints, and for an id that is no `TimeZoneId`.
 */
export const offsetProbe = (id: TimeZoneId): OffsetProbe => {
  // One short field beside the offset: without any, the whole date is printed, which costs more.
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: id,
    minute: 'numeric',
    timeZoneName: 'longOffset',
  })
  return (instant) => offsetIn(format.format(instant))
}

/** `5 GMT-04:56:02`; `5 GMT` alone is an offset of zero. */
const offsetIn = (text: string): number => {
  const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] = OFFSET.exec(text) ?? []
  const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS
  return sign === '+' ? size : 0 - size
}

const OFFSET = /GMT([^\d])(\d+):(\d+)(?::(\d+))?/
