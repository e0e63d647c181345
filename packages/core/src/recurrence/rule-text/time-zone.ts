import { knownTimeZone } from '../../time/known-time-zone.js'
import type { TimeZoneId } from '../../time/time-zone-id.js'

/** The zone named, in any case. */
export const timeZoneNamed = (name: string): TimeZoneId | undefined => {
  const known = knownTimeZone(name)
  return known !== undefined && isTimeZoneId(known) ? known : undefined
}

/** For a name as `knownTimeZone` spells it. */
const isTimeZoneId = (known: string): known is TimeZoneId => known !== ''
