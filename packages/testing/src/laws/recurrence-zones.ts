import assert from 'node:assert/strict'
import type { TimeZoneId, Zone } from '@kalends/core'
import { DAY_MS, HOUR_MS, TimeZoneId as TimeZoneIdCodec } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Law } from './law.js'

/** Finds a zone by its name: what is under law here. */
export type ZoneOf = (id: TimeZoneId) => Zone

/** ZONE-001: every zone, in every year from 1970 to 2100, reads as the platform's Intl does. */
export const readsAsIntlDoes = (zoneOf: ZoneOf) =>
  fc.property(zoneAndYear(), ({ id, year, secondsOfYear }) => {
    const zone = zoneOf(id)
    const reading = readingByIntl(id)
    const newYear = Date.UTC(year, 0, 1)
    const { endMs } = zone.segmentAt(newYear)
    const around = Number.isFinite(endMs) ? [endMs - 1000, endMs, endMs + HOUR_MS] : []
    const drawn = secondsOfYear.map((seconds) => newYear + seconds * 1000)
    for (const instant of [...drawn, ...around]) {
      assert.equal(zone.localMsOf(instant), reading(instant), `${id} ${instant}`)
    }
  })

/** A zone, a year, and some seconds of it. */
export interface ZoneAndYear {
  readonly id: TimeZoneId
  readonly year: number
  readonly secondsOfYear: readonly number[]
}

const zoneAndYear = (): fc.Arbitrary<ZoneAndYear> =>
  fc.record({
    id: fc.constantFrom(...allZones()),
    year: fc.integer({ min: 1970, max: 2099 }),
    secondsOfYear: fc.array(fc.nat(365 * 86_400 - 1), { minLength: 5, maxLength: 5 }),
  })

const allZones = (): readonly TimeZoneId[] =>
  Intl.supportedValuesOf('timeZone').flatMap((name) => {
    const id = TimeZoneIdCodec.decode(name)
    return E.isRight(id) ? [id.right] : []
  })

/** By the fields that Intl prints, not by the offset that it names. */
const readingByIntl = (id: TimeZoneId): ((instant: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: id,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (instant) => {
    const [month = 0, day = 0, year = 0, ...clock] = (
      format.format(instant).match(/\d+/g) ?? []
    ).map(Number)
    return Date.UTC(year, month - 1, day, ...clock)
  }
}

const spoiling =
  (localMsOf: (zone: Zone, instant: number) => number) =>
  (zoneOf: ZoneOf): ZoneOf =>
  (id) => {
    const zone = zoneOf(id)
    return { ...zone, localMsOf: (instant) => localMsOf(zone, instant) }
  }

/** Looks for transitions every ten days only, and so misses summers of a week. ZONE-001 must reject it. */
export const looksEveryTenDays = spoiling((zone, instant) => {
  const tenDays = 10 * DAY_MS
  return instant + zone.offsetMsAt(Math.floor(instant / tenDays) * tenDays)
})

/** Knows no half hours. ZONE-001 must reject it. */
export const roundsToHours = spoiling(
  (zone, instant) => instant + Math.round(zone.offsetMsAt(instant) / HOUR_MS) * HOUR_MS,
)

/** Every law of time zones. */
export const zoneLaws: readonly Law<ZoneOf>[] = [
  {
    title: 'ZONE-001 reads as Intl does',
    law: readsAsIntlDoes,
    faults: { looksEveryTenDays, roundsToHours },
  },
]
