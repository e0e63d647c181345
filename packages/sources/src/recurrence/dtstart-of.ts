import type { EventTime } from '@kalends/core'
import { localDateTimeOfMs, UTC, zoneOf } from '@kalends/core'

/** The DTSTART line of an event. */
export const dtstartOf = ({ type, start, timeZone }: EventTime): string => {
  if (type === 'AllDay') return `DTSTART;VALUE=DATE:${basic(start)}`
  const local = basic(localDateTimeOfMs(zoneOf(timeZone).localMsOf(start)))
  return timeZone === UTC ? `DTSTART:${local}Z` : `DTSTART;TZID=${timeZone}:${local}`
}

const basic = (text: string): string => text.replace(/[-:]/g, '')
