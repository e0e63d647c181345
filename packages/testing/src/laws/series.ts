import assert from 'node:assert/strict'
import type {
  CalendarEvent,
  Instant,
  ParticipationStatus,
  RecurrenceId,
  SeriesSummary,
  SeriesWalk,
  UserId,
  Zone,
} from '@kalends/core'
import {
  boundsIn,
  closeWindow,
  eventRow,
  everything,
  MAX_INSTANT,
  occurrenceTime,
  openSeries,
  recurrenceIdOf,
  UTC,
  zoneOf,
} from '@kalends/core'
import { occurrencesIn } from '@kalends/core/recurrence'
import * as E from 'fp-ts/lib/Either.js'

/** An occurrence as a list has it. */
export interface SeriesOccurrence {
  readonly recurrenceId: RecurrenceId
  readonly start: Instant
  readonly end: Instant
  /** The viewer's own answer; null only for those who do not participate. */
  readonly status: ParticipationStatus | null
}

/** What a list is asked: whose, what of it, and how many occurrences at most. */
export interface SeriesRead {
  readonly event: CalendarEvent
  readonly userId: UserId
  readonly walk: SeriesWalk
  readonly limit: number
}

/** How a series is read. */
export interface SeriesReader {
  /** Its occurrences that belong to a walk, in order. Not those: where it cannot tell by a bounded look. */
  readonly read: (asked: SeriesRead) => readonly SeriesOccurrence[] | 'TooCostly'
  /** One of them by what wires call it; null when it never was one. */
  readonly find: (event: CalendarEvent, recurrenceId: string) => CalendarEvent | null
  /** Between which instants all of them take place, for whoever looks. */
  readonly bounds: (event: SeriesSummary) => { readonly start: Instant; readonly end: Instant }
}

/** A walk of all that takes place, forward, in UTC, unless said otherwise. */
export const walkWith = (rest: Partial<SeriesWalk>): SeriesWalk => ({
  window: closeWindow(everything),
  zone: zoneOf(UTC),
  direction: 'forward',
  answers: null,
  which: 'Standing',
  ...rest,
})

/** What Bob reads, all of it; a reader that gives up fails. */
export const readOf = (
  { read }: SeriesReader,
  event: CalendarEvent,
  walk: SeriesWalk,
): readonly SeriesOccurrence[] => {
  const found = read({ event, userId: 'bob', walk, limit: MANY })
  assert.ok(found !== 'TooCostly', 'gave up')
  return found
}

const MANY = 5000

/** What a series looks like in lists. */
export const summaryOf = (event: CalendarEvent): SeriesSummary => {
  const { summary, overrides } = eventRow(event)
  return { ...summary, overrides }
}

/**
 * Every occurrence of a series that was there at or before `until`, changed ones where they went, cancelled ones too: by a
 * long expansion, looked through one by one.
 */
export const expansionOf = (
  event: CalendarEvent,
  { zone, until }: { readonly zone: Zone; readonly until: Instant },
): readonly SeriesOccurrence[] =>
  [...new Set([...idsUntil(event, until), ...event.overrides.keys()])]
    .map((recurrenceId) => ({ recurrenceId, ...placeOf(event, recurrenceId, zone) }))
    .map((each) => ({ ...each, status: answerTo(event, 'bob', each.recurrenceId) }))
    .sort((a, b) => a.start - b.start || (a.recurrenceId < b.recurrenceId ? -1 : 1))

/** The names of all that was there at or before an instant, in the order of the set. */
export const idsUntil = (event: CalendarEvent, until: Instant): readonly RecurrenceId[] => {
  const to = until === MAX_INSTANT ? Infinity : until + 3 * 86_400_000
  const found = occurrencesIn(openSeries(event), { to })
  assert.ok(E.isRight(found), 'an expansion that costs too much')
  return [...found.right.localSeconds].map(recurrenceIdOf)
}

/** When an occurrence takes place, changed or not. */
export const placeOf = (event: CalendarEvent, id: RecurrenceId, zone: Zone) => {
  const { start, end } = boundsIn(
    event.overrides.get(id)?.time ?? occurrenceTime(event.time, id),
    zone,
  )
  return { start, end }
}

/** What somebody said of an occurrence: on its own, or of the series. */
export const answerTo = (
  { participants }: CalendarEvent,
  userId: UserId,
  id: RecurrenceId,
): ParticipationStatus => {
  const participation = participants.get(userId)
  assert.ok(participation)
  return (participation.occurrences.get(id) ?? participation).status
}

/** Whether an occurrence was cancelled on its own. */
export const isCancelledAt = ({ overrides }: CalendarEvent, id: RecurrenceId): boolean =>
  overrides.get(id)?.status === 'Cancelled'
