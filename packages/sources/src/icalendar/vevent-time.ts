import type { CalendarDuration, EventTime } from '@kalends/core'
import { parseICalendarSet, UTC } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import {
  dateOf,
  instantOf,
  localInstantOf,
  type Moment,
  timeBetween,
  zoneFrom,
} from '../mapping/times.js'
import { periodTime } from '../recurrence/period-time.js'
import type { Property } from './property.js'
import type { Vevent } from './vevent.js'

/** When a VEVENT takes place: until DTEND, or for DURATION; without both a day, or no time at all. */
export const veventTime = (vevent: Vevent): E.Either<Refusal, EventTime> => {
  const { first, context } = vevent
  const dtstart = first('DTSTART')
  if (dtstart === null) return E.left({ reason: 'Missing', field: 'DTSTART' })
  const start = veventMoment(dtstart, vevent)
  if (E.isLeft(start)) return start
  const dtend = first('DTEND')
  const end = dtend === null ? E.right(null) : veventMoment(dtend, vevent)
  if (E.isLeft(end)) return end
  const zone = zoneFrom(null, { field: 'TZID', otherwise: context.timeZone })
  if (E.isLeft(zone)) return zone
  const time = timeBetween(start.right, end.right, zone.right)
  if (E.isLeft(time)) return E.left({ ...time.left, field: 'DTEND' })
  const duration = dtend === null ? first('DURATION') : null
  if (duration === null) return time
  const lasting = durationOf(duration)
  return lasting === null
    ? E.left({ reason: 'InvalidValue', field: 'DURATION' })
    : E.right(periodTime(time.right, lasting))
}

/** Reads DTSTART, DTEND or RECURRENCE-ID. Without a zone it is the calendar's. */
export const veventMoment = (
  { name, plain, parameter }: Property,
  { zones }: Pick<Vevent, 'zones'>,
): E.Either<Refusal, Moment> => {
  const form = FORM.exec(plain)
  if (form === null) return E.left({ reason: 'Malformed', field: name })
  const [, year = '', month = '', day = '', time, hour, minute, second = '00', utc] = form
  const dateText = `${year}-${month}-${day}`
  const date = dateOf(dateText)
  if (date === null) return E.left({ reason: 'InvalidValue', field: name })
  if (time === undefined) return E.right({ type: 'Date', date })
  // RFC 5545 asks those without leap seconds to read them as the second before.
  const text = `${dateText}T${hour}:${minute}:${second === '60' ? '59' : second}`
  const timeZone = utc === undefined ? zones(parameter('TZID'), Number(year)) : UTC
  if (timeZone === null) return E.left({ reason: 'UnknownTimeZone', field: `${name};TZID` })
  const ms = utc === undefined ? localInstantOf(text, timeZone) : instantOf(`${text}Z`)
  return ms === null
    ? E.left({ reason: 'InvalidValue', field: name })
    : E.right({ type: 'Instant', ms, timeZone })
}

const FORM = /^(\d{4})(\d\d)(\d\d)(T(\d\d)(\d\d)(\d\d)?(Z)?)?$/i

const durationOf = ({ plain }: Property): CalendarDuration | null => {
  const set = parseICalendarSet(`DTSTART:20270101T000000Z\r\nDURATION:${plain}`, { mode: 'strict' })
  return E.isLeft(set) ? null : set.right.duration
}
