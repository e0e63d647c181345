import type { CalendarEvent, EventTime, Instant, RecurrenceId, TimedTime } from '@kalends/core'
import {
  formatInstantUtc,
  localDateTimeOfMs,
  occurrenceTime,
  recurrenceIdOf,
  SECOND_MS,
  UTC,
  zoneOf,
} from '@kalends/core'
import { zoneNamed } from '../zones/zone-named.js'
import { type Property, property, propertyOfLine, toSecond, utcProperty } from './jcal.js'
import { isTold } from './vtimezone.js'

/**
 * From when to when. Without an end a timed event is a point; parts of a second are in X-KALENDS-TIME.
 *
 * A local time is written where its VTIMEZONE tells it and it means one instant only; all else in UTC, but for the start of a
 * series, by which its rule is read.
 */
export const timesOf = ({ time, recurrence }: CalendarEvent): readonly Property[] => {
  if (time.type === 'AllDay') return daysOf(time)
  const { start, timeZone } = time
  if (recurrence === null) return [edge('dtstart', start, time), ...endOf(time), ...exactOf(time)]
  const id = recurrenceIdOf(zoneOf(timeZone).localMsOf(toSecond(start)) / SECOND_MS)
  return [reading('dtstart', id, time), ...endOf(occurrenceTime(time, id)), ...exactOf(time)]
}

const daysOf = (time: EventTime): readonly Property[] => {
  const first = property('dtstart', 'date', time.start)
  if (time.start < time.end) return [first, property('dtend', 'date', time.end)]
  return [first, property('duration', 'duration', 'P0D')]
}

const endOf = (time: EventTime): readonly Property[] =>
  time.type === 'AllDay' || time.start === time.end ? [] : [edge('dtend', time.end, time)]

const exactOf = ({ start, end }: TimedTime): readonly Property[] => {
  if (start === toSecond(start) && end === toSecond(end)) return []
  return [property('x-kalends-time', 'unknown', [start, end].map(formatInstantUtc).join('/'))]
}

const edge = (name: string, at: Instant, time: EventTime): Property => {
  const zone = zoneOf(time.timeZone ?? UTC)
  const localMs = zone.localMsOf(toSecond(at))
  const isFirstPass = zone.instantOf(localMs) === toSecond(at)
  return isTold(at) && isFirstPass
    ? reading(name, localDateTimeOfMs(localMs), time)
    : utcProperty(name, at)
}

/** What a clock in the zone of the event shows. */
const reading = (name: string, local: RecurrenceId, { timeZone }: EventTime): Property =>
  timeZone === UTC || timeZone === null
    ? property(name, 'date-time', `${local}Z`)
    : [name, { tzid: timeZone }, 'date-time', local]

/** One occurrence of a series, as RECURRENCE-ID and EXDATE name it. */
export const occurrenceNamed = (name: string, id: RecurrenceId, time: EventTime): Property =>
  time.type === 'AllDay' ? property(name, 'date', id.slice(0, 10)) : reading(name, id, time)

/** A line of a recurrence. A rule stays as it is written: ical.js would keep the parts that it knows. */
export const repeats = (line: string): Property => {
  if (!/^RRULE:/i.test(line)) return withKnownZone(propertyOfLine(line))
  const parts = [...line.matchAll(/[:;](\w+)=([^;]*)/g)].map(([, key = '', value]) => [
    key.toLowerCase(),
    value,
  ])
  return property('rrule', 'recur', Object.fromEntries(parts))
}

/** Zones may be written in any case, their VTIMEZONEs have one name. */
const withKnownZone = ([name, parameters, ...rest]: Property): Property => {
  const { tzid } = parameters
  return tzid === undefined
    ? [name, parameters, ...rest]
    : [name, { ...parameters, tzid: zoneNamed(tzid) ?? tzid }, ...rest]
}
