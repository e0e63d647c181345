import type { CalendarEvent, DomainEvent, EventTime, RecurrenceId, UserId } from '@kalends/core'
import { DAY_MS, localDateOfDays, daysOfLocalDate, MINUTE_MS, recurrenceIdOf } from '@kalends/core'
import { openSeries } from '@kalends/core'
import { occurrencesIn } from '@kalends/core/recurrence'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { users } from './act.js'
import { eventTime } from './event-time.js'
import type { Night } from './night.js'
import { record } from './record.js'
import { someText } from './text.js'

/** Something that happens to a series: which domain events that comes to is known when it happens. */
export type SeriesDeed = (event: CalendarEvent) => readonly DomainEvent[]

const STATUSES = ['NeedsAction', 'Accepted', 'Declined', 'Tentative'] as const

/** Recurrences: with an end and without, often and rarely. */
export const recurrenceLines = (): fc.Arbitrary<readonly string[]> =>
  fc.constantFrom(
    ['RRULE:FREQ=DAILY'],
    ['RRULE:FREQ=DAILY;COUNT=3'],
    ['RRULE:FREQ=DAILY;COUNT=1'],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO,SU'],
    ['RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4'],
    ['RRULE:FREQ=YEARLY'],
    ['RRULE:FREQ=DAILY;INTERVAL=40;COUNT=10'],
  )

/** Anything that can happen to a series, most often to one of its occurrences. */
export const seriesDeed = (night: Night): fc.Arbitrary<SeriesDeed> =>
  fc.oneof(
    { arbitrary: occurrenceDeed(night), weight: 5 },
    { arbitrary: answers(), weight: 4 },
    { arbitrary: wholeDeed(), weight: 4 },
    { arbitrary: people(), weight: 1 },
  )

/** The domain events of one change by the organizer. Silent: these histories are not about messages. */
const change = ({ revision, updatedAt: at }: CalendarEvent) =>
  ({ at, revision: revision + 1, silent: true }) as const

const occurrenceDeed = (night: Night): fc.Arbitrary<SeriesDeed> =>
  record({
    nth: fc.nat(6),
    what: fc.oneof(
      { arbitrary: eventTime(night).map((time) => ({ time })), weight: 3 },
      { arbitrary: farTime(night).map((time) => ({ time })), weight: 2 },
      { arbitrary: someText().map((title) => ({ title })), weight: 1 },
      { arbitrary: fc.constant({ status: 'Cancelled' as const }), weight: 2 },
    ),
  }).map(({ nth, what }): SeriesDeed => (event) => {
    const recurrenceId = nthOf(event, nth)
    if (recurrenceId === null) return []
    const changed = { ...change(event), recurrenceId }
    if ('title' in what) return [{ type: 'OccurrenceRetitled', ...changed, ...what }]
    const { sequence } = event
    if ('time' in what) return [{ type: 'OccurrenceMoved', ...changed, ...what, sequence }]
    return [{ type: 'OccurrenceCancelled', ...changed, sequence }]
  })

const farTime = (night: Night): fc.Arbitrary<EventTime> =>
  record({ time: eventTime(night), days: fc.constantFrom(-400, -3, 3, 400) }).map(
    ({ time, days }) => shifted(time, days * DAY_MS),
  )

const answers = (): fc.Arbitrary<SeriesDeed> =>
  record({
    who: fc.nat(9),
    nth: fc.option(fc.nat(6)),
    status: fc.constantFrom(...STATUSES),
    comment: fc.constantFrom(null, 'late'),
  }).map(({ who, nth, ...said }): SeriesDeed => (event) => {
    const { revision, sequence, updatedAt: at } = event
    const answer = { at, userId: participant(event, who), ...said, revision, sequence }
    const recurrenceId = nth === null ? null : nthOf(event, nth)
    return recurrenceId === null
      ? [{ type: 'Answered', ...answer }]
      : [{ type: 'OccurrenceAnswered', ...answer, recurrenceId }]
  })

const wholeDeed = (): fc.Arbitrary<SeriesDeed> =>
  fc.oneof(
    someText().map((title): SeriesDeed => (event) => [
      { type: 'Retitled', ...change(event), title },
    ]),
    fc
      .option(recurrenceLines())
      .map((recurrence): SeriesDeed => (event) => [
        { type: 'RecurrenceChanged', ...change(event), recurrence, sequence: event.sequence },
      ]),
    fc.integer({ min: -4, max: 4 }).map(
      (steps): SeriesDeed =>
        (event) =>
          movedBy(event, steps),
    ),
    fc.nat(6).map(
      (nth): SeriesDeed =>
        (event) =>
          endedBefore(event, nth),
    ),
    fc.nat(6).map(
      (nth): SeriesDeed =>
        (event) =>
          withoutExceptions(event, nth),
    ),
    fc.nat(6).map(
      (nth): SeriesDeed =>
        (event) =>
          askedAgain(event, nth),
    ),
    fc.constant<SeriesDeed>((event) => [
      { type: 'Cancelled', ...change(event), sequence: event.sequence + 1 },
    ]),
  )

const movedBy = (event: CalendarEvent, steps: number): readonly DomainEvent[] => {
  if (event.recurrence === null) return []
  const shiftMs = event.time.type === 'AllDay' ? steps * DAY_MS : steps * 30 * MINUTE_MS
  return [
    {
      type: 'SeriesMoved',
      ...change(event),
      time: shifted(event.time, shiftMs),
      recurrence: event.recurrence,
      shiftSeconds: shiftMs / 1000,
      sequence: event.sequence + 1,
    },
  ]
}

const endedBefore = (event: CalendarEvent, nth: number): readonly DomainEvent[] => {
  const recurrenceId = nthOf(event, nth)
  if (recurrenceId === null || nth === 0) return []
  const recurrence = [`RRULE:FREQ=DAILY;COUNT=${nth}`]
  const { sequence } = event
  return [{ type: 'SeriesTruncated', ...change(event), recurrenceId, recurrence, sequence }]
}

const withoutExceptions = (event: CalendarEvent, nth: number): readonly DomainEvent[] => {
  const recurrenceIds = [...event.overrides.keys()].slice(nth)
  return [{ type: 'ExceptionsDropped', ...change(event), recurrenceIds }]
}

const askedAgain = (event: CalendarEvent, nth: number): readonly DomainEvent[] => {
  const reset = { ...change(event), policy: 'explicit', cause: 'Asked', askedBy: null } as const
  const recurrenceId = nthOf(event, nth)
  const everyone = [...event.participants.values()]
  if (recurrenceId === null) {
    const answers = everyone.map(({ userId, status }) => ({ userId, status }))
    return [{ type: 'RsvpsReset', ...reset, answers }]
  }
  const answers = everyone.map(({ userId, status }) => ({ userId, recurrenceId, status }))
  return [{ type: 'OccurrenceRsvpsReset', ...reset, recurrenceIds: [recurrenceId], answers }]
}

const people = (): fc.Arbitrary<SeriesDeed> =>
  record({
    participants: fc.subarray([...users], { minLength: 1 }),
    type: fc.constantFrom('ParticipantsInvited', 'ParticipantsUninvited'),
  }).map(({ participants, type }): SeriesDeed => (event) => [
    { type, ...change(event), participants },
  ])

const participant = (event: CalendarEvent, who: number): UserId => {
  const all = [...event.participants.keys()]
  return all[who % all.length] ?? event.organizer
}

const nthOf = (event: CalendarEvent, nth: number): RecurrenceId | null =>
  firstIdsOf(event, nth + 1)[nth] ?? null

/** The first occurrences of a series, unchanged ones and changed ones where they were. */
export const firstIdsOf = (event: CalendarEvent, limit: number): readonly RecurrenceId[] => {
  const found = occurrencesIn(openSeries(event), { limit })
  return E.isLeft(found) ? [] : Array.from(found.right.localSeconds, recurrenceIdOf)
}

const shifted = (time: EventTime, shiftMs: number): EventTime => {
  if (time.type === 'Timed') {
    return { ...time, start: time.start + shiftMs, end: time.end + shiftMs }
  }
  const days = shiftMs / DAY_MS
  return {
    ...time,
    start: localDateOfDays(daysOfLocalDate(time.start) + days),
    end: localDateOfDays(daysOfLocalDate(time.end) + days),
  }
}
