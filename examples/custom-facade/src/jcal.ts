import type { EventTime, Instant, RecurrenceId } from '@kalends/core'
import { formatInstantUtc, localDateTimeOfMs, SECOND_MS, UTC, zoneOf } from '@kalends/core'
import ICAL from 'ical.js'

/** A property as data, which ical.js escapes and folds. @see https://www.rfc-editor.org/rfc/rfc7265#section-3.4 */
export type Property = readonly [string, Readonly<Record<string, string>>, string, ...unknown[]]

/** A component as data: its name, its properties, its parts. */
export type Component = readonly [string, readonly Property[], readonly Component[]]

/** Makes a property of one value. */
export const property = (name: string, type: string, value: unknown): Property => [
  name,
  {},
  type,
  value,
]

/** A text without the control characters that iCalendar cannot hold. */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '')

/** A property of an instant. */
export const utc = (name: string, at: Instant): Property =>
  property(name, 'date-time', `${localDateTimeOfMs(toSecond(at))}Z`)

const toSecond = (at: Instant): Instant => Math.floor(at / SECOND_MS) * SECOND_MS

/** From when to when. Without an end a timed event is a point; parts of a second have a property of our own. */
export const times = (time: EventTime): readonly Property[] => {
  const { type, start, end } = time
  const first = edge('dtstart', start, time)
  const last = start === end ? [] : [edge('dtend', end, time)]
  if (type === 'AllDay')
    return [first, ...(start < end ? last : [property('duration', 'duration', 'P0D')])]
  const isWhole = start === toSecond(start) && end === toSecond(end)
  const exact = [start, end].map(formatInstantUtc).join('/')
  return [first, ...last, ...(isWhole ? [] : [property('x-kalends-time', 'unknown', exact)])]
}

/** In the zone of the event, but for the second pass of a fold, which only UTC can name. */
const edge = (name: string, at: Instant | string, { timeZone }: EventTime): Property => {
  if (typeof at === 'string') return property(name, 'date', at)
  const zone = zoneOf(timeZone ?? UTC)
  const localMs = zone.localMsOf(toSecond(at))
  if (zone.id === UTC || zone.instantOf(localMs) !== toSecond(at)) return utc(name, at)
  return [name, { tzid: zone.id }, 'date-time', localDateTimeOfMs(localMs)]
}

/** Which occurrence of a series. */
export const recurrenceId = (id: RecurrenceId, { type, timeZone }: EventTime): Property => {
  if (type === 'AllDay') return property('recurrence-id', 'date', id.slice(0, 10))
  if (timeZone === UTC) return property('recurrence-id', 'date-time', `${id}Z`)
  return ['recurrence-id', { tzid: timeZone }, 'date-time', id]
}

/** A line of a recurrence. A rule stays as it is written: ical.js would keep the parts that it knows. */
export const repeats = (line: string): Property => {
  if (!/^RRULE:/i.test(line)) return ICAL.parse.property(line) as Property
  const parts = [...line.matchAll(/[:;](\w+)=([^;]*)/g)].map(([, key = '', value]) => [
    key.toLowerCase(),
    value,
  ])
  return property('rrule', 'recur', Object.fromEntries(parts))
}
