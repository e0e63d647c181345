import type { CalendarEvent, DomainEvent, EventTime, RecurrenceId, TimeZoneId } from '@kalends/core'
import {
  addDays,
  DAY_MS,
  HOUR_MS,
  localDateOfDays,
  MINUTE_MS,
  occurrenceTime,
  secondsOfRecurrenceId,
} from '@kalends/core'
import * as fc from 'fast-check'
import { record } from './record.js'
import { firstIdsOf } from './series-deed.js'
import { clockOf } from './series-lines.js'
import { seriesZone } from './series-start.js'

/** What differs at one occurrence of a series, or what somebody said of it. */
export type SeriesException = (event: CalendarEvent) => readonly DomainEvent[]

/** From among so many first occurrences; most are among the first few, where a night is. */
const MANY = 40

const STATUSES = ['NeedsAction', 'Accepted', 'Declined', 'Tentative'] as const
const HOURS = [-50, -25, -1, 1, 1, 2, 25, 500, -500]

/** An occurrence moved by hours or days, perhaps into another zone or to a whole day, cancelled, retitled or answered. */
export const seriesException = (): fc.Arbitrary<SeriesException> =>
  fc.oneof(
    { arbitrary: moved(), weight: 4 },
    { arbitrary: at(cancelled), weight: 2 },
    { arbitrary: at(retitled), weight: 1 },
    { arbitrary: answered(), weight: 5 },
  )

const nth = (): fc.Arbitrary<number> => fc.oneof(fc.nat(5), fc.nat(MANY - 1))

type Happening = (event: CalendarEvent, id: RecurrenceId) => DomainEvent

const at = (happening: Happening): fc.Arbitrary<SeriesException> =>
  nth().map((index) => exceptionAt(index, happening))

const exceptionAt =
  (index: number, happening: Happening): SeriesException =>
  (event) => {
    const id = firstIdsOf(event, MANY)[index]
    return id === undefined ? [] : [happening(event, id)]
  }

const change = ({ revision }: CalendarEvent) => ({ at: 0, revision: revision + 1, silent: true })

const cancelled: Happening = (event, recurrenceId) => ({
  type: 'OccurrenceCancelled',
  ...change(event),
  recurrenceId,
  sequence: event.sequence + 1,
})

const retitled: Happening = (event, recurrenceId) => ({
  type: 'OccurrenceRetitled',
  ...change(event),
  recurrenceId,
  title: 'Another',
})

const moved = (): fc.Arbitrary<SeriesException> =>
  record({
    index: nth(),
    onto: fc.constantFrom(null, null, 0, 1, 2, 3),
    hours: fc.constantFrom(...HOURS),
    halfHours: fc.constantFrom(0, 0, 0, 1),
    lengthMs: fc.constantFrom(null, null, 0, 15 * MINUTE_MS, 30 * HOUR_MS),
    timeZone: fc.option(seriesZone(), { freq: 2 }),
    isAllDay: fc.constantFrom(false, false, false, false, false, true),
  }).map(({ index, onto, halfHours, hours, ...rest }) => {
    const byMs = onto === null ? hours * HOUR_MS + halfHours * 30 * MINUTE_MS : 0
    return exceptionAt(index, (event, recurrenceId) => ({
      type: 'OccurrenceMoved',
      ...change(event),
      recurrenceId,
      time: elsewhere(slotOf(event, onto) ?? occurrenceTime(event.time, recurrenceId), {
        byMs,
        ...rest,
      }),
      sequence: event.sequence + 1,
    }))
  })

/** When another occurrence takes place: one that is moved there begins together with it. */
const slotOf = (event: CalendarEvent, nth: number | null): EventTime | null => {
  const id = nth === null ? undefined : firstIdsOf(event, MANY)[nth]
  return id === undefined ? null : occurrenceTime(event.time, id)
}

interface Elsewhere {
  readonly byMs: number
  readonly lengthMs: number | null
  readonly timeZone: TimeZoneId | null
  readonly isAllDay: boolean
}

const elsewhere = (
  time: EventTime,
  { byMs, lengthMs, timeZone, isAllDay }: Elsewhere,
): EventTime => {
  if (time.type === 'AllDay' || isAllDay) {
    const start = localDateOfDays(Math.floor((clockOf(time) + byMs) / DAY_MS))
    return { type: 'AllDay', start, end: addDays(start, 1), timeZone: null }
  }
  const start = time.start + byMs
  const lasting = lengthMs ?? time.end - time.start
  return { ...time, start, end: start + lasting, timeZone: timeZone ?? time.timeZone }
}

const answered = (): fc.Arbitrary<SeriesException> =>
  record({
    index: nth(),
    userId: fc.constantFrom('bob', 'bob', 'bob', 'cyd', 'ann'),
    status: fc.constantFrom(...STATUSES),
  }).map(({ index, ...said }) =>
    exceptionAt(index, ({ revision, sequence }, recurrenceId) => ({
      type: 'OccurrenceAnswered',
      at: 0,
      recurrenceId,
      comment: null,
      ...said,
      revision,
      sequence,
    })),
  )

/** What everybody says of a whole series. */
export const seriesAnswers = (): fc.Arbitrary<SeriesException> =>
  record({ bob: fc.constantFrom(...STATUSES), cyd: fc.constantFrom(...STATUSES) }).map(
    (statuses) =>
      ({ revision, sequence }) =>
        (['bob', 'cyd'] as const).map((userId) => ({
          type: 'Answered',
          at: 0,
          userId,
          status: statuses[userId],
          comment: null,
          revision,
          sequence,
        })),
  )

/** The readings of some of the first occurrences of a series, in seconds. */
export const readingsOf = (event: CalendarEvent, indexes: readonly number[]): readonly number[] => {
  const ids = new Set(indexes.flatMap((index) => firstIdsOf(event, MANY)[index] ?? []))
  return [...ids].map(secondsOfRecurrenceId)
}
