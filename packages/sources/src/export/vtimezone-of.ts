import type { TimeZoneId } from '@kalends/core'
import ICAL from 'ical.js'
import { vtimezone } from './vtimezone.js'

/**
 * The VTIMEZONE of a zone as text, for those who write their events themselves: `BEGIN:VTIMEZONE` to `END:VTIMEZONE`, each
 * line ended by CRLF.
 *
 * It has every change of the clock from 1970 to 2100 as a date, about 6 kB where the clock changes twice a year. It names no
 * observance: STANDARD and DAYLIGHT only say whether the clock went back or forward.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5
 */
export const vtimezoneOf = (timeZone: TimeZoneId): string =>
  ICAL.stringify([...vtimezone(timeZone)])
