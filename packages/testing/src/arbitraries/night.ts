import type { Instant, TimeZoneId } from '@kalends/core'
import { HOUR_MS, MINUTE_MS, TimeZoneId as TimeZoneIdCodec, UTC } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { record } from './record.js'

/** A time at which a zone does what breaks calendars, and the zone. */
export interface Night {
  readonly around: Instant
  readonly timeZone: TimeZoneId
}

const zoneNamed = (name: string): TimeZoneId =>
  E.getOrElse((): TimeZoneId => UTC)(TimeZoneIdCodec.decode(name))

const night = (zone: string, around: string): Night => ({
  around: Date.parse(around),
  timeZone: zoneNamed(zone),
})

/**
 * The nights around which everything else is drawn: an hour that does not exist, one that comes twice,
 * a day without midnight, a day that was skipped, and one on which nothing happens.
 */
export const nights: readonly Night[] = [
  night('Europe/Berlin', '2027-03-28T01:00:00Z'),
  night('America/New_York', '2027-11-07T06:00:00Z'),
  night('Asia/Beirut', '2027-03-27T22:00:00Z'),
  night('Pacific/Apia', '2011-12-30T10:00:00Z'),
  night('Asia/Kathmandu', '2027-06-01T18:15:00Z'),
]

/** One of `nights`. */
export const someNight = (): fc.Arbitrary<Night> => fc.constantFrom(...nights)

/** The night's own zone more often than not. */
export const zoneNear = (night: Night): fc.Arbitrary<TimeZoneId> =>
  fc.oneof(
    { arbitrary: fc.constant(night.timeZone), weight: 3 },
    { arbitrary: fc.constantFrom(UTC, ...nights.map(({ timeZone }) => timeZone)), weight: 2 },
  )

/** On a half-hour grid two days wide, so that many are equal; now and then a millisecond beside it. */
export const instantNear = ({ around }: Night): fc.Arbitrary<Instant> =>
  record({
    halfHours: fc.integer({ min: -48, max: 48 }),
    beside: fc.oneof(
      { arbitrary: fc.constant(0), weight: 6 },
      { arbitrary: fc.constantFrom(-1, 1), weight: 1 },
    ),
  }).map(({ halfHours, beside }) => around + halfHours * 30 * MINUTE_MS + beside)

/** One of the few instants that are an hour apart around the night: nearly all collide. */
export const crowdedInstant = ({ around }: Night): fc.Arbitrary<Instant> =>
  fc.integer({ min: -2, max: 2 }).map((hours) => around + hours * HOUR_MS)
