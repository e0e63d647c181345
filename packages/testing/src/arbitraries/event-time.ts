import type { EventTime, Instant, TimeSlot } from '@kalends/core'
import {
  DAY_MS,
  formatInstantUtc,
  formatInZone,
  HOUR_MS,
  localDateOfDays,
  MINUTE_MS,
  zoneOf,
} from '@kalends/core'
import * as fc from 'fast-check'
import type { Night } from './night.js'
import { crowdedInstant, instantNear, zoneNear } from './night.js'
import { record } from './record.js'

/** Times near a night: timed and all-day ones, of no length up to months. */
export const eventTime = (night: Night): fc.Arbitrary<EventTime> =>
  fc.oneof(
    { arbitrary: timedFrom(night, instantNear(night)), weight: 3 },
    { arbitrary: timedFrom(night, crowdedInstant(night)), weight: 2 },
    { arbitrary: allDayTime(night), weight: 2 },
  )

/** Times most of which begin together with others. */
export const crowdedTime = (night: Night): fc.Arbitrary<EventTime> =>
  fc.oneof(
    { arbitrary: timedFrom(night, crowdedInstant(night)), weight: 3 },
    { arbitrary: allDayTime(night), weight: 1 },
  )

const LENGTHS_MS = [0, 1, 15 * MINUTE_MS, HOUR_MS, HOUR_MS, DAY_MS, 3 * DAY_MS, 70 * DAY_MS]

const timedFrom = (night: Night, starts: fc.Arbitrary<Instant>): fc.Arbitrary<EventTime> =>
  record({
    start: starts,
    lengthMs: fc.constantFrom(...LENGTHS_MS),
    timeZone: zoneNear(night),
  }).map(({ start, lengthMs, timeZone }) => ({
    type: 'Timed',
    start,
    end: start + lengthMs,
    timeZone,
  }))

const allDayTime = (night: Night): fc.Arbitrary<EventTime> =>
  record({
    day: fc.integer({ min: -2, max: 2 }),
    days: fc.constantFrom(0, 1, 1, 2, 7, 70),
    timeZone: fc.option(zoneNear(night)),
  }).map(({ day, days, timeZone }) => {
    const first = Math.floor(night.around / DAY_MS) + day
    return {
      type: 'AllDay',
      start: localDateOfDays(first),
      end: localDateOfDays(first + days),
      timeZone,
    }
  })

/** What a caller sends to make an event take place at `time`. */
export const slotOf = (time: EventTime): TimeSlot =>
  time.type === 'AllDay'
    ? { start: time.start, end: time.end, timeZone: time.timeZone, allDay: true }
    : {
        start: formatInZone(time.start, zoneOf(time.timeZone)),
        end: formatInZone(time.end, zoneOf(time.timeZone)),
        timeZone: time.timeZone,
        allDay: false,
      }

/** Patches of a time: whole ones, and ones that name only the end, the zone or the kind. */
export const timeSlot = (night: Night): fc.Arbitrary<TimeSlot> =>
  fc.oneof(
    { arbitrary: eventTime(night).map(slotOf), weight: 4 },
    { arbitrary: zoneNear(night).map((timeZone) => ({ timeZone })), weight: 1 },
    { arbitrary: fc.constant({ timeZone: null }), weight: 1 },
    {
      arbitrary: instantNear(night).map((end) => ({ end: formatInstantUtc(end + HOUR_MS) })),
      weight: 1,
    },
  )
