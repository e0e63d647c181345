import * as E from 'fp-ts/lib/Either.js'
import {
  calendars,
  openSet,
  previous,
  type RecurrenceRejection,
  type RecurrenceSet,
  type Until,
} from '../recurrence/index.js'
import { DAY_SECONDS, SECOND_MS, zoneOf } from '../time/index.js'
import type { Recurrence } from './calendar-event.js'
import { clockMsOf } from './clock-of.js'
import type { EventTime } from './event-time.js'
import { printRecurrence } from './print-recurrence.js'
import { seriesSet } from './series-set.js'

/** A series that is moved, and where to. */
export interface Move {
  readonly from: EventTime
  readonly to: EventTime
  readonly recurrence: Recurrence
}

/**
 * The recurrence of a series after it was moved: RDATE, EXDATE and UNTIL as far on the clock as its start, in the zone
 * it has then. The lines stay as they are when clock and kind do.
 */
export const shiftedRecurrence = ({
  from,
  to,
  recurrence,
}: Move): E.Either<RecurrenceRejection, Recurrence> => {
  const shiftSeconds = (clockMsOf(to) - clockMsOf(from)) / SECOND_MS
  const sameZone = from.type === 'AllDay' || from.timeZone === to.timeZone
  if (shiftSeconds === 0 && from.type === to.type && sameZone) return E.right(recurrence)
  const parsed = seriesSet(from, recurrence)
  if (E.isLeft(parsed)) return parsed
  const { set } = parsed.right
  const [rule = null] = set.rules
  const shifted = dateShift({ from, to, shiftSeconds })
  const pattern = {
    rule: rule === null ? null : { ...rule, until: shiftedUntil(set, to, shiftSeconds) },
    dates: set.dates.map(shifted),
    excluded: set.excluded.map(shifted),
  }
  return E.right(printRecurrence(pattern, to))
}

interface ClockShift {
  readonly from: EventTime
  readonly to: EventTime
  readonly shiftSeconds: number
}

/** Where times become days, each goes as many days as the start does. */
const dateShift = ({ from, to, shiftSeconds }: ClockShift): ((seconds: number) => number) => {
  if (to.type !== 'AllDay' || from.type === 'AllDay') return (seconds) => seconds + shiftSeconds
  const days = dayOf(clockMsOf(to) / SECOND_MS) - dayOf(clockMsOf(from) / SECOND_MS)
  return (seconds) => (dayOf(seconds) + days) * DAY_SECONDS
}

const dayOf = (seconds: number): number => Math.floor(seconds / DAY_SECONDS)

const shiftedUntil = (set: RecurrenceSet, to: EventTime, shiftSeconds: number): Until | null => {
  const reading = lastReading(set)
  if (reading === null) return null
  const shifted = reading + shiftSeconds
  if (to.type === 'AllDay') return { type: 'Date', day: dayOf(shifted) }
  return {
    type: 'Utc',
    epochSeconds: endIn(zoneOf(to.timeZone), shifted, lastAfter(set, shiftSeconds)),
  }
}

const lastAfter = (set: RecurrenceSet, shiftSeconds: number): number => {
  const last = lastOf(set)
  return last === null ? Infinity : last + shiftSeconds
}

/** Where the end falls into a gap, what starts behind the gap is over, unless the gap has the last one too. */
const endIn = (zone: ReturnType<typeof zoneOf>, reading: number, last: number): number => {
  const instant = zone.instantOf(reading * SECOND_MS)
  const { startMs, offsetMs } = zone.segmentAt(instant)
  const isInGap = instant + offsetMs !== reading * SECOND_MS
  const gapStart = isInGap ? (startMs + reading * SECOND_MS - instant) / SECOND_MS : reading
  return isInGap && last < gapStart ? startMs / SECOND_MS - 1 : instant / SECOND_MS
}

/** What the clock of a series shows at the end of its rule, in seconds as if in UTC; null without UNTIL. */
const lastReading = (set: RecurrenceSet): number | null => {
  const { start, rules } = set
  const until = rules[0]?.until ?? null
  switch (until?.type) {
    case undefined:
      return null
    case 'Date':
      return until.day * DAY_SECONDS
    case 'Local':
      return until.localSeconds
    case 'Utc':
      return start.type === 'Zoned'
        ? readingAt(set, zoneOf(start.timeZone), until.epochSeconds)
        : until.epochSeconds
  }
}

/**
 * In the second pass of an hour that comes twice, occurrences of the whole first pass are over; just behind a gap, those of
 * the readings it skipped are not.
 */
const readingAt = (
  set: RecurrenceSet,
  zone: ReturnType<typeof zoneOf>,
  epochSeconds: number,
): number => {
  const instant = epochSeconds * SECOND_MS
  const { startMs, offsetMs } = zone.segmentAt(instant)
  const before = startMs === -Infinity ? offsetMs : zone.offsetMsAt(startMs - 1)
  const reading = instant + offsetMs
  if (before > offsetMs) return Math.max(reading, startMs + before - SECOND_MS) / SECOND_MS
  const gapEndMs = startMs + offsetMs
  if (instant + before >= gapEndMs) return reading / SECOND_MS
  const last = lastOf(set)
  const endsInGap = last === null || last * SECOND_MS < gapEndMs
  return (endsInGap ? instant + before : reading) / SECOND_MS
}

const lastOf = (set: RecurrenceSet): number | null => {
  const open = openSet({ ...set, dates: [], excluded: [] }, { calendars })
  const last = E.isLeft(open) ? open : previous(open.right, Infinity)
  return E.isLeft(last) ? null : (last.right?.localSeconds ?? null)
}
