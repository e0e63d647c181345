import type { Pattern, RecurrenceId } from '@kalends/core'
import {
  DAY_MS,
  daysOfLocalDate,
  type EventTime,
  localDateTimeOfMs,
  occurrencesIn,
  openSeries,
  printRecurrence,
  type Recurring,
  zoneOf,
} from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '../mapping/times.js'

/** Which occurrence of a series a provider means, and whether the series has it. */
export interface Meant {
  readonly id: RecurrenceId
  readonly isThere: boolean
}

/**
 * Finds occurrences of a series by when they would start unchanged. A date in a timed series means what starts on that day of
 * its clock; an instant in an all-day one means its day.
 */
export const occurrenceFinder = (time: EventTime, pattern: Pattern): ((at: Moment) => Meant) => {
  const series: Recurring = { time, recurrence: printRecurrence(pattern, time) }
  return (at) => {
    const { from, to, otherwiseMs } = searched(time, at)
    const found = occurrencesIn(openSeries(series), { from, to, limit: 1 })
    const localSeconds = E.isLeft(found) ? undefined : found.right.localSeconds[0]
    return localSeconds === undefined
      ? { id: localDateTimeOfMs(otherwiseMs), isThere: false }
      : { id: localDateTimeOfMs(localSeconds * 1000), isThere: true }
  }
}

interface Searched {
  readonly from: number
  readonly to: number
  /** The local time that is meant when there is none. */
  readonly otherwiseMs: number
}

const searched = (time: EventTime, at: Moment): Searched => {
  if (time.type === 'AllDay') {
    const dayMs =
      at.type === 'Date' ? midnightOf(at.date) : floorDay(zoneOf(at.timeZone).localMsOf(at.ms))
    return { from: dayMs, to: dayMs + 1, otherwiseMs: dayMs }
  }
  const zone = zoneOf(time.timeZone)
  if (at.type === 'Instant') {
    return { from: at.ms, to: at.ms + 1, otherwiseMs: zone.localMsOf(at.ms) }
  }
  const dayMs = midnightOf(at.date)
  const ofDayMs = zone.localMsOf(time.start) - floorDay(zone.localMsOf(time.start))
  return {
    from: zone.instantOf(dayMs),
    to: zone.instantOf(dayMs + DAY_MS),
    otherwiseMs: dayMs + ofDayMs,
  }
}

const midnightOf = (date: Parameters<typeof daysOfLocalDate>[0]): number =>
  daysOfLocalDate(date) * DAY_MS

const floorDay = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS
