import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Instant } from '../time/index.js'
import {
  formatInZone,
  LocalDate,
  MINUTE_MS,
  parseStamp,
  roundDown,
  TimeZoneId,
  zoneOf,
} from '../time/index.js'

/**
 * When an event takes place, half-open.
 *
 * Timed events are instants read in a zone. All-day events are dates without a zone: they take
 * place on the viewer's own calendar days; their `timeZone` only says in which zone the local times
 * of a later patch are read. `start <= end` always holds.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-5.1.1
 */
export type EventTime = TimedTime | AllDayTime

/** From an instant to an instant, read in a zone. */
export interface TimedTime {
  readonly type: 'Timed'
  readonly start: Instant
  readonly end: Instant
  readonly timeZone: TimeZoneId
}

/** From a date to a date, the last one not included. */
export interface AllDayTime {
  readonly type: 'AllDay'
  readonly start: LocalDate
  readonly end: LocalDate
  readonly timeZone: TimeZoneId | null
}

/** Whether two times are the same, edge by edge and zone by zone. */
export const sameTime = (a: EventTime, b: EventTime): boolean =>
  a.type === b.type && a.start === b.start && a.end === b.end && a.timeZone === b.timeZone

const AllDay = t.type({
  type: t.literal('AllDay'),
  start: LocalDate,
  end: LocalDate,
  timeZone: t.union([TimeZoneId, t.null]),
})

const timedOf = <C extends t.Mixed>(edge: C) =>
  t.type({ type: t.literal('Timed'), start: edge, end: edge, timeZone: TimeZoneId })

const InMemory = t.union([timedOf(t.number), AllDay])

const Stored = t.union([timedOf(t.string), AllDay])

/**
 * How the log stores an `EventTime`: timed edges as stamps with the zone's offset.
 *
 * A stored edge keeps its wall-clock reading when the rules of its zone change later: the offset
 * only tells the two readings of a fold apart, and gives way where the zone no longer has it.
 */
export const EventTimeCodec = new t.Type<EventTime, unknown>(
  'EventTime',
  InMemory.is,
  (u, context) =>
    pipe(
      Stored.validate(u, context),
      E.chain((stored) => {
        if (stored.type === 'AllDay') return t.success(stored)
        const start = instantInZone(stored.start, stored.timeZone)
        const end = instantInZone(stored.end, stored.timeZone)
        return start === null || end === null
          ? t.failure(u, context)
          : t.success({ ...stored, start, end })
      }),
    ),
  (time) =>
    time.type === 'AllDay'
      ? time
      : {
          ...time,
          start: formatInZone(time.start, zoneOf(time.timeZone)),
          end: formatInZone(time.end, zoneOf(time.timeZone)),
        },
)

const instantInZone = (text: string, timeZone: TimeZoneId): Instant | null => {
  const stamp = parseStamp(text)
  const reading = parseStamp(`${text.replace(/Z$|[+-]\d\d:\d\d$/, '')}Z`)
  if (E.isLeft(stamp) || E.isLeft(reading)) return null
  const instant = roundDown(stamp.right)
  if (text.endsWith('Z')) return instant
  const localMs = roundDown(reading.right)
  const zone = zoneOf(timeZone)
  const offsetStillHolds = Math.abs(zone.localMsOf(instant) - localMs) < MINUTE_MS
  return offsetStillHolds ? instant : zone.instantOf(localMs)
}
