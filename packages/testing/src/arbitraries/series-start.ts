import type { EventTime, TimeZoneId } from '@kalends/core'
import {
  DAY_MS,
  HOUR_MS,
  localDateOfDays,
  MINUTE_MS,
  TimeZoneId as TimeZoneIdCodec,
  UTC,
  zoneOf,
} from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { record } from './record.js'

/** A reading of a clock near which it does something, in milliseconds as if in UTC, and the zone of the clock. */
export interface SeriesNight {
  readonly localMs: number
  readonly timeZone: TimeZoneId
}

const zoneNamed = (name: string): TimeZoneId =>
  E.getOrElse((): TimeZoneId => UTC)(TimeZoneIdCodec.decode(name))

/** Readings that do not exist or come twice, of an hour, of half an hour, at midnight, of a day; and one as any other. */
export const seriesNights: readonly SeriesNight[] = (
  [
    ['America/New_York', '2027-03-14T02:30Z'],
    ['America/New_York', '2027-11-07T01:30Z'],
    ['Australia/Lord_Howe', '2027-10-03T02:15Z'],
    ['Australia/Lord_Howe', '2027-04-04T01:45Z'],
    ['America/Sao_Paulo', '2018-11-04T00:30Z'],
    ['America/Sao_Paulo', '2018-02-17T23:30Z'],
    ['Africa/Casablanca', '2024-03-10T02:30Z'],
    ['Africa/Casablanca', '2024-04-14T02:30Z'],
    ['Pacific/Apia', '2011-12-30T10:00Z'],
    ['UTC', '2027-03-14T02:30Z'],
  ] as const
).map(([zone, reading]) => ({ localMs: Date.parse(reading), timeZone: zoneNamed(zone) }))

const LEAD_DAYS = [0, 0, 1, 2, 7, 13]
const LENGTHS_MS = [0, 30 * MINUTE_MS, HOUR_MS, HOUR_MS, 26 * HOUR_MS]

/** When a series may start: at a reading near a night, or as many days before it; a fifth are all-day. */
export const seriesStart = (): fc.Arbitrary<EventTime> =>
  record({
    night: fc.constantFrom(...seriesNights),
    leadDays: fc.constantFrom(...LEAD_DAYS),
    quarters: fc.constantFrom(0, 0, 0, -4, -2, -1, 1, 2, 4, 30),
    lengthMs: fc.constantFrom(...LENGTHS_MS),
    isAllDay: fc.constantFrom(false, false, false, false, true),
  }).map(({ night, leadDays, quarters, lengthMs, isAllDay }) => {
    const localMs = night.localMs - leadDays * DAY_MS + quarters * 15 * MINUTE_MS
    const { timeZone } = night
    if (isAllDay) {
      const day = Math.floor(localMs / DAY_MS)
      const days = lengthMs > DAY_MS ? 2 : 1
      const start = localDateOfDays(day)
      return { type: 'AllDay', start, end: localDateOfDays(day + days), timeZone: null }
    }
    const start = zoneOf(timeZone).instantOf(localMs)
    return { type: 'Timed', start, end: start + lengthMs, timeZone }
  })

/** The zone of one of the nights, most often of one where the clock is changed. */
export const seriesZone = (): fc.Arbitrary<TimeZoneId> =>
  fc.constantFrom(...seriesNights.map(({ timeZone }) => timeZone))
