import assert from 'node:assert/strict'
import type { CalendarEvent, EventTime, RecurrenceId } from '@kalends/core'
import {
  addDays,
  DAY_MS,
  DAY_SECONDS,
  HOUR_MS,
  recurrenceIdOf,
  sameTime,
  secondsOfRecurrenceId,
  zoneOf,
} from '@kalends/core'
import * as fc from 'fast-check'
import {
  clockOf,
  drawnSeries,
  firstIdsOf,
  record,
  seriesStart,
  seriesZone,
  slotOf,
} from '../arbitraries/index.js'
import type { SeriesDecider } from './series-deciding.js'
import { byAnn, seriesAfter, slotStartOf } from './series-deciding.js'

/**
 * SERIES-012: a series that moves, also to another zone and over nights on which a clock is changed, takes all along by as
 * much as its start moves on the clock: occurrences, changed ones on the clock of their own zone, and single answers.
 */
export const movingKeepsDistances = (decider: SeriesDecider) =>
  fc.property(drawnSeries('Nameless'), moves(), ({ event }, move) => {
    const to = move(event.time)
    const moved = seriesAfter(decider, event, {
      ...{ type: 'Patch', ...byAnn, calendarOwner: null, notice: 'Default' },
      changes: { timeSlot: slotOf(to) },
    })
    if (sameTime(to, event.time)) {
      assert.deepEqual(moved, event)
      return
    }
    assert.deepEqual(moved.time, to)
    const shift = (clockOf(to) - clockOf(event.time)) / 1000
    const shifted = (id: RecurrenceId) => recurrenceIdOf(secondsOfRecurrenceId(id) + shift)
    const ids = firstIdsOf(event, LOOK).map(shifted)
    const movedIds = firstIdsOf(moved, LOOK)
    const isApart = apartIn({ moved, event, shift })
    assert.deepEqual(movedIds.filter(isApart).slice(0, SURE), ids.filter(isApart).slice(0, SURE))
    const isThere = (id: RecurrenceId) => isApart(shifted(id))
    const overrides = [...event.overrides].filter(([id]) => isThere(id))
    const names = [...moved.overrides.keys()].filter(isApart)
    assert.deepEqual(
      names,
      overrides.map(([id]) => shifted(id)),
    )
    for (const [id, { time, ...rest }] of overrides) {
      const { time: went, ...others } = moved.overrides.get(shifted(id)) ?? {}
      assert.deepEqual(others, rest)
      assert.deepEqual(went, time === undefined ? time : timeMoved(time, { event, to, shift }))
    }
    const among = { isThere: isApart, shifted: (id: RecurrenceId) => id }
    assert.deepEqual(answersOf(moved, among), answersOf(event, { isThere, shifted }))
  })

/** So many are looked at. A few may be two that were one. */
const LOOK = 200
const SURE = LOOK - 5

/**
 * Whether an occurrence begins on a day of its own, before the move and after it: where a clock skips a day, two readings
 * are one occurrence, and whatever is said of one is said of both.
 */
const apartIn = ({ moved, event, shift }: Shifting) => {
  const isApart = (series: CalendarEvent, seconds: number) =>
    [-DAY_SECONDS, DAY_SECONDS].every(
      (day) => startOf(series, seconds + day) !== startOf(series, seconds),
    )
  return (id: RecurrenceId): boolean => {
    const seconds = secondsOfRecurrenceId(id)
    return isApart(moved, seconds) && isApart(event, seconds - shift)
  }
}

interface Shifting {
  readonly moved: CalendarEvent
  readonly event: CalendarEvent
  readonly shift: number
}

const startOf = (series: CalendarEvent, seconds: number): number =>
  slotStartOf(series, recurrenceIdOf(seconds))

/** To the reading of another night, or some hours away in any zone. */
const moves = (): fc.Arbitrary<(time: EventTime) => EventTime> =>
  record({
    other: seriesStart(),
    timeZone: fc.option(seriesZone(), { freq: 2 }),
    hours: fc.constantFrom(0, -30, -24, -1, 1, 2, 24, 49),
    isFar: fc.constantFrom(false, false, true),
  }).map(({ other, timeZone, hours, isFar }) => (time) => {
    if (time.type === 'AllDay') return daysLater(time, Math.round(hours / 24))
    const zone = zoneOf(timeZone ?? time.timeZone)
    const start = zone.instantOf((isFar ? clockOf(other) : clockOf(time)) + hours * HOUR_MS)
    const lasting = time.end - time.start
    return { ...time, start, end: start + lasting, timeZone: timeZone ?? time.timeZone }
  })

interface Moved {
  readonly event: CalendarEvent
  readonly to: EventTime
  readonly shift: number
}

const timeMoved = (time: EventTime, { event, to, shift }: Moved): EventTime => {
  const follows = time.timeZone === event.time.timeZone
  if (time.type === 'AllDay')
    return {
      ...daysLater(time, Math.round((shift * 1000) / DAY_MS)),
      timeZone: follows ? to.timeZone : time.timeZone,
    }
  const timeZone = follows ? (to.timeZone ?? time.timeZone) : time.timeZone
  const start = zoneOf(timeZone).instantOf(clockOf(time) + shift * 1000)
  return { ...time, timeZone, start, end: start + (time.end - time.start) }
}

const daysLater = (
  time: Extract<EventTime, { type: 'AllDay' }>,
  days: number,
): Extract<EventTime, { type: 'AllDay' }> => ({
  ...time,
  start: addDays(time.start, days),
  end: addDays(time.end, days),
})

interface Renaming {
  readonly isThere: (id: RecurrenceId) => boolean
  readonly shifted: (id: RecurrenceId) => RecurrenceId
}

const answersOf = ({ participants }: CalendarEvent, { isThere, shifted }: Renaming) =>
  [...participants.values()].map(({ userId, occurrences }) => ({
    userId,
    answers: [...occurrences].flatMap(([id, { status }]) =>
      isThere(id) ? [[shifted(id), status]] : [],
    ),
  }))
