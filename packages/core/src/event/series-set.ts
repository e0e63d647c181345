import type * as E from 'fp-ts/lib/Either.js'
import { type ParsedSet, parseICalendarSet, type RecurrenceRejection } from '../recurrence/index.js'
import { localDateTimeOfMs, UTC, zoneOf } from '../time/index.js'
import type { Recurrence } from './calendar-event.js'
import type { EventTime } from './event-time.js'

/** Reads the recurrence of an event that starts at `time`, by the words of the RFC. */
export const seriesSet = (
  time: EventTime,
  lines: Recurrence,
): E.Either<RecurrenceRejection, ParsedSet> =>
  parseICalendarSet([dtstart(time), ...lines].join('\r\n'), { mode: 'strict' })

const dtstart = ({ type, start, timeZone }: EventTime): string => {
  if (type === 'AllDay') return `DTSTART;VALUE=DATE:${basic(start)}`
  const local = basic(localDateTimeOfMs(zoneOf(timeZone).localMsOf(start)))
  return timeZone === UTC ? `DTSTART:${local}Z` : `DTSTART;TZID=${timeZone}:${local}`
}

const basic = (text: string): string => text.replace(/[-:]/g, '')
