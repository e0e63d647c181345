import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '../time/index.js'
import {
  formatInZone,
  LocalDate,
  LocalDateTime,
  localMsOf,
  parseStamp,
  roundDown,
  TimeZoneId,
  UTC,
  zoneOf,
} from '../time/index.js'
import type { EventTime } from './event-time.js'
import type { Problem } from './problem.js'

/**
 * When an event takes place, as a caller says it; on a patch only what changes.
 *
 * `start` and `end` are stamps with an offset (`2027-03-08T09:00:00-05:00`), local date-times read in
 * `timeZone` (`2027-03-08T09:00:00`), or, with `allDay`, dates (`2027-03-08`), the end exclusive. Digits
 * finer than a millisecond are cut. `null` removes: the zone falls back to UTC, `allDay` to false.
 */
export interface TimeSlot {
  readonly start?: string
  readonly end?: string
  readonly timeZone?: string | null
  readonly allDay?: boolean | null
}

/** Why a time slot was refused. */
export type TimeSlotRefusal =
  | { readonly type: 'InvalidFields'; readonly problems: readonly Problem[] }
  | { readonly type: 'InvalidTimeRange' }

/**
 * Merges `slot` onto the time an event has, or none, as JSON Merge Patch does, and checks the result.
 *
 * What the slot leaves out keeps its instant, also when the zone changes. Refuses an end before its
 * start, a local time without a zone, and dates mixed with times.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7396
 */
export const mergeTime = (
  prior: EventTime | null,
  slot: TimeSlot,
): E.Either<TimeSlotRefusal, EventTime> => {
  const timeZone = zoneAfter(prior, slot)
  if (timeZone === 'Unknown')
    return invalid([{ path: ['timeSlot', 'timeZone'], reason: 'UnknownTimeZone' }])
  const texts: Partial<Edges> = prior === null ? {} : printed(prior)
  const start = slot.start ?? texts.start
  const end = slot.end ?? texts.end
  if (start === undefined || end === undefined) {
    return invalid([
      ...(start === undefined ? [required('start')] : []),
      ...(end === undefined ? [required('end')] : []),
    ])
  }
  const allDay = slot.allDay === undefined ? prior?.type === 'AllDay' : slot.allDay === true
  if (allDay) return allDayTime({ start, end }, timeZone)
  // An event that is there has a zone, if only the default one.
  return timedTime({ start, end }, prior === null ? timeZone : (timeZone ?? UTC))
}

/**
 * Whether `slot` ends before it starts, whatever time it is merged onto: it names both edges, as stamps,
 * as dates, or as local times together with their zone.
 */
export const endsBeforeItStarts = (slot: TimeSlot): boolean =>
  [slot, { allDay: true, ...slot }].some((read) => {
    const alone = mergeTime(null, read)
    return E.isLeft(alone) && alone.left.type === 'InvalidTimeRange'
  })

type Edges = { readonly start: string; readonly end: string }

const required = (edge: 'start' | 'end'): Problem => ({
  path: ['timeSlot', edge],
  reason: 'Required',
})

const invalid = (problems: readonly Problem[]) =>
  E.left({ type: 'InvalidFields', problems } as const)

const zoneAfter = (prior: EventTime | null, slot: TimeSlot): TimeZoneId | null | 'Unknown' => {
  if (slot.timeZone === null) return null
  if (slot.timeZone === undefined) return prior?.timeZone ?? null
  const decoded = TimeZoneId.decode(slot.timeZone)
  return E.isRight(decoded) ? decoded.right : 'Unknown'
}

const printed = (time: EventTime): Edges =>
  time.type === 'AllDay'
    ? time
    : {
        start: formatInZone(time.start, zoneOf(time.timeZone)),
        end: formatInZone(time.end, zoneOf(time.timeZone)),
      }

const allDayTime = (
  edges: Edges,
  timeZone: TimeZoneId | null,
): E.Either<TimeSlotRefusal, EventTime> => {
  const start = LocalDate.decode(edges.start)
  const end = LocalDate.decode(edges.end)
  if (E.isLeft(start) || E.isLeft(end)) {
    return invalid([...problemOf('start', start), ...problemOf('end', end)])
  }
  if (end.right < start.right) return E.left({ type: 'InvalidTimeRange' })
  return E.right({ type: 'AllDay', start: start.right, end: end.right, timeZone })
}

const problemOf = (
  edge: 'start' | 'end',
  decoded: E.Either<unknown, unknown>,
): readonly Problem[] =>
  E.isLeft(decoded) ? [{ path: ['timeSlot', edge], reason: 'NotADate' }] : []

const timedTime = (
  edges: Edges,
  given: TimeZoneId | null,
): E.Either<TimeSlotRefusal, EventTime> => {
  const start = instantOf(edges.start, given)
  const end = instantOf(edges.end, given)
  if (typeof start === 'string' || typeof end === 'string') {
    return invalid([
      ...(typeof start === 'string' ? [{ path: ['timeSlot', 'start'], reason: start }] : []),
      ...(typeof end === 'string' ? [{ path: ['timeSlot', 'end'], reason: end }] : []),
    ])
  }
  if (end < start) return E.left({ type: 'InvalidTimeRange' })
  return E.right({ type: 'Timed', start, end, timeZone: given ?? UTC })
}

const instantOf = (text: string, timeZone: TimeZoneId | null): Instant | Problem['reason'] => {
  const local = timeZone === null ? null : localOf(text)
  if (timeZone !== null && local !== null) return zoneOf(timeZone).instantOf(local)
  const stamp = parseStamp(text)
  if (E.isRight(stamp)) return roundDown(stamp.right)
  const { type } = stamp.left
  // With a zone it would have been local, were there such a day and time.
  return timeZone !== null && type === 'NoOffset' ? 'OutOfRange' : STAMP_REASON[type]
}

const STAMP_REASON = {
  NoOffset: 'NoOffset',
  Malformed: 'NotATimestamp',
  OutOfRange: 'OutOfRange',
} as const satisfies Record<string, Problem['reason']>

/** The local reading in epoch-like milliseconds, or null when `text` is not one. */
const localOf = (text: string): number | null => {
  const cut =
    text.length > 40 ? text : text.replace(/(\.\d{3})\d+$/, '$1').replace(/(T\d\d:\d\d)$/, '$1:00')
  const decoded = LocalDateTime.decode(cut)
  return E.isRight(decoded) ? localMsOf(decoded.right) : null
}
