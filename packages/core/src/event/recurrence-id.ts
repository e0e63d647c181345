import { LocalDateTime, localDateTimeOfMs, localMsOf, SECOND_MS, zoneOf } from '../time/index.js'
import type { EventTime } from './event-time.js'

/**
 * Which occurrence of a series: the local time at which it would start unchanged, in the zone of the series
 * (`2027-03-08T09:00:00`); midnight where the series is all-day.
 *
 * A reading in a gap of the clock stays as the rule yields it. Sorting the ids sorts the occurrences.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-4.3.1
 */
export const RecurrenceId = LocalDateTime
export type RecurrenceId = LocalDateTime

/** The id of what starts at `localSeconds`, counted as if in UTC. */
export const recurrenceIdOf = (localSeconds: number): RecurrenceId =>
  localDateTimeOfMs(localSeconds * SECOND_MS)

/** When it would start: local seconds, counted as if in UTC. */
export const secondsOfRecurrenceId = (id: RecurrenceId): number => localMsOf(id) / SECOND_MS

/** The id `shiftSeconds` later on the clock, or earlier if negative. */
export const shiftedRecurrenceId = (id: RecurrenceId, shiftSeconds: number): RecurrenceId =>
  recurrenceIdOf(secondsOfRecurrenceId(id) + shiftSeconds)

/**
 * The id as wires write it: in UTC, `20270308T140000Z`, or `20270308` in an all-day series.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.4.4
 */
export const printRecurrenceId = (id: RecurrenceId, { type, timeZone }: EventTime): string => {
  if (type === 'AllDay') return basic(id.slice(0, 10))
  return `${basic(localDateTimeOfMs(zoneOf(timeZone).instantOf(localMsOf(id))))}Z`
}

const basic = (text: string): string => text.replace(/[-:]/g, '')
