import type { EventTime, Instant, LocalDate as Date, TimeZoneId } from '@kalends/core'
import { addDays, LocalDate, parseStamp, roundDown, SECOND_MS, zoneOf } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { zoneNamed } from '../zones/zone-named.js'
import type { Refusal } from './imported.js'

/** A point of a provider's calendar: an instant read in a zone, or a date. */
export type Moment =
  | { readonly type: 'Instant'; readonly ms: Instant; readonly timeZone: TimeZoneId }
  | { readonly type: 'Date'; readonly date: Date }

/** A date as text, `2027-03-08`; null when it is none. */
export const dateOf = (text: string | null): Date | null => {
  const date = LocalDate.decode(text)
  return E.isLeft(date) ? null : date.right
}

/** The instant of a stamp, in milliseconds; null when it is none or has no offset. */
export const stampOf = (text: string | null): Instant | null => {
  const stamp = parseStamp(text ?? '')
  return E.isLeft(stamp) ? null : roundDown(stamp.right)
}

/** The instant of a stamp in whole seconds, as series have them; null when it is none or has no offset. */
export const instantOf = (text: string | null): Instant | null => {
  const ms = stampOf(text)
  return ms === null ? null : Math.floor(ms / SECOND_MS) * SECOND_MS
}

/** The instant of a local time in a zone, in whole seconds; null when it is none. */
export const localInstantOf = (text: string, timeZone: TimeZoneId): Instant | null => {
  const asIfUtc = instantOf(`${text}Z`)
  return asIfUtc === null ? null : zoneOf(timeZone).instantOf(asIfUtc)
}

/** The zone by its name, or what stands in for it; refused when that names none. */
export const zoneFrom = (
  name: string | null,
  { field, otherwise }: { readonly field: string; readonly otherwise: string | undefined },
): E.Either<Refusal, TimeZoneId> => {
  const zone = zoneNamed(name ?? otherwise ?? 'UTC')
  if (zone !== null) return E.right(zone)
  return E.left({ reason: 'UnknownTimeZone', field: name === null ? 'context.timeZone' : field })
}

/**
 * The time between two moments of one kind. Without an end: a date lasts a day, an instant no time; and a date that ends
 * where it starts, as many write it, lasts a day too.
 */
export const timeBetween = (
  start: Moment,
  end: Moment | null,
  allDayZone: TimeZoneId,
): E.Either<Refusal, EventTime> => {
  if (start.type === 'Date') {
    const next = addDays(start.date, 1)
    const last = end === null ? next : end.type === 'Date' ? end.date : null
    if (last === null || last < start.date) return E.left(END_AT_FAULT)
    const until = last === start.date ? next : last
    return E.right({ type: 'AllDay', start: start.date, end: until, timeZone: allDayZone })
  }
  const { ms, timeZone } = start
  const endMs = end === null ? ms : end.type === 'Instant' ? end.ms : null
  if (endMs === null || endMs < ms) return E.left(END_AT_FAULT)
  return E.right({ type: 'Timed', start: ms, end: endMs, timeZone })
}

const END_AT_FAULT: Refusal = { reason: 'InvalidValue', field: 'end' }
