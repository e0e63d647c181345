import * as E from 'fp-ts/lib/Either.js'
import {
  calendars,
  occurrencesIn,
  type OpenSet,
  openSet,
  type RecurrenceRejection,
} from '../recurrence/index.js'
import {
  addDays,
  DAY_MS,
  daysOfLocalDate,
  localDateOfDays,
  localMsOf,
  parseStamp,
  roundDown,
  zoneOf,
} from '../time/index.js'
import type { Recurrence } from './calendar-event.js'
import type { EventTime } from './event-time.js'
import type { RecurrenceId } from './recurrence-id.js'
import { recurrenceIdOf } from './recurrence-id.js'
import { seriesSet } from './series-set.js'

/** Opens the recurrence of an event that starts at `time`, read by the words of the RFC. */
export const openRecurrence = (
  time: EventTime,
  lines: Recurrence,
): E.Either<RecurrenceRejection, OpenSet> => {
  const parsed = seriesSet(time, lines)
  return E.isLeft(parsed) ? parsed : openSet(parsed.right.set, { calendars })
}

/** A recurring event, or what of it says when it takes place. */
export interface Recurring {
  readonly time: EventTime
  readonly recurrence: Recurrence | null
}

/**
 * The recurrence set of an event, ready to be asked. It is kept as long as the lines are, so asking again costs
 * nothing. Empty for an event that takes place once.
 *
 * Milliseconds are instants; of an all-day series, midnights as if in UTC.
 */
export const openSeries = ({ time, recurrence }: Recurring): OpenSet => {
  if (recurrence === null) return nothing()
  const kept = opened.get(recurrence)
  if (kept?.time === time) return kept.open
  const open = E.getOrElse(nothing)(openRecurrence(time, recurrence))
  opened.set(recurrence, { time, open })
  return open
}

const opened = new WeakMap<Recurrence, { readonly time: EventTime; readonly open: OpenSet }>()

/** What history holds was admitted once; should this runtime not read it any more, nothing takes place. */
const nothing = (): OpenSet => {
  const opened = openSet({
    start: { type: 'Date', day: 0 },
    rules: [],
    exclusionRules: [],
    dates: [],
    excluded: [],
    options: { gap: null, includeDtstart: false },
  })
  if (E.isLeft(opened)) throw new Error('a set without rules refuses nothing')
  return opened.right
}

/**
 * Which occurrence of a series wires call `text`: `20270308T140000Z`, or `20270308` when it is all-day. Null when
 * its recurrence set has none there; changed and cancelled ones are found where they were.
 */
export const recurrenceIdAt = (series: Recurring, text: string): RecurrenceId | null => {
  const startMs = startMsNamed(series, text)
  return startMs === null ? null : recurrenceIdFrom(series, startMs)
}

/** When what wires call `text` would start, as `recurrenceIdFrom` takes it; null when it is no time of the series' kind. */
export const startMsNamed = ({ time }: Recurring, text: string): number | null =>
  time.type === 'AllDay' ? msOfDate(text) : msOfUtc(text)

/**
 * Which occurrence of a series starts at `startMs` unchanged: an instant, or the midnight as if in UTC of all-day
 * ones. Null when none does.
 */
export const recurrenceIdFrom = (series: Recurring, startMs: number): RecurrenceId | null => {
  const found = occurrencesIn(openSeries(series), { from: startMs, to: startMs + 1, limit: 1 })
  const localSeconds = E.isLeft(found) ? undefined : found.right.localSeconds[0]
  return localSeconds === undefined ? null : recurrenceIdOf(localSeconds)
}

const msOfDate = (text: string): number | null =>
  /^\d{8}$/.test(text) ? msOfUtc(`${text}T000000Z`) : null

const msOfUtc = (text: string): number | null => {
  const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (form === null) return null
  const [, year, month, day, hour, minute, second] = form
  const stamp = parseStamp(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return E.isLeft(stamp) ? null : roundDown(stamp.right)
}

/**
 * When an occurrence takes place that was not changed: as long as the series' first one, exactly where it is timed, by
 * days where it is all-day.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5.3
 */
export const occurrenceTime = (time: EventTime, id: RecurrenceId): EventTime => {
  if (time.type === 'AllDay') {
    const days = daysOfLocalDate(time.end) - daysOfLocalDate(time.start)
    const start = localDateOfDays(Math.floor(localMsOf(id) / DAY_MS))
    return { ...time, start, end: addDays(start, days) }
  }
  const start = zoneOf(time.timeZone).instantOf(localMsOf(id))
  return { ...time, start, end: start + (time.end - time.start) }
}
