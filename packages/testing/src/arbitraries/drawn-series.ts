import type { CalendarEvent, EventTime, Recurrence, State, TimeZoneId } from '@kalends/core'
import { defaultLimits, evolve, initialState, readRecurrence } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { record } from './record.js'
import { firstIdsOf } from './series-deed.js'
import { readingsOf, seriesAnswers, seriesException } from './series-exception.js'
import { dateLines, seriesLines } from './series-lines.js'
import { seriesStart, seriesZone } from './series-start.js'

/** A series of Ann's, with Bob and Cyd, that begins near a night of its clock, and the zone of who looks at it. */
export interface DrawnSeries {
  readonly event: CalendarEvent
  /** The series before anything was excluded, changed or answered. */
  readonly plain: CalendarEvent
  readonly viewerZone: TimeZoneId
}

/**
 * Series as their streams would yield them: rules of every frequency, with added, excluded, moved, cancelled and answered
 * occurrences.
 *
 * `Nameless` ones repeat by days or weeks, so that they can be moved to any time.
 */
export const drawnSeries = (kind: 'Any' | 'Nameless' = 'Any'): fc.Arbitrary<DrawnSeries> =>
  record({
    time: seriesStart(),
    repeating: seriesLines(kind),
    excluded: fc.array(fc.nat(12), { maxLength: 4 }),
    answers: seriesAnswers(),
    exceptions: fc.array(seriesException(), { minLength: 2, maxLength: 9, size: 'max' }),
    viewerZone: seriesZone(),
  }).map(({ time, repeating, excluded, answers, exceptions, viewerZone }) => {
    const plain = seriesAt(time, repeating(time))
    const event = excluding(plain, readingsOf(plain, excluded))
    const happen = (before: CalendarEvent, exception: (typeof exceptions)[number]) =>
      eventOf(exception(before).reduce(evolve, { type: 'Scheduled', event: before }))
    return { plain, event: [answers, ...exceptions].reduce(happen, event), viewerZone }
  })

/** The series without some of its readings, or as it is where nothing would be left. */
export const excluding = (event: CalendarEvent, readings: readonly number[]): CalendarEvent => {
  const lines = [...(event.recurrence ?? []), ...dateLines('EXDATE', readings, event.time)]
  const left = { ...event, recurrence: lines }
  return readings.length === 0 || firstIdsOf(left, 1).length === 0 ? event : left
}

const eventOf = (state: State): CalendarEvent => {
  if (state.type === 'Absent') throw new Error('nothing was created')
  return state.event
}

const seriesAt = (time: EventTime, lines: Recurrence): CalendarEvent => {
  const silently = { at: 0, revision: 1, silent: true }
  const created = {
    type: 'Created',
    at: 0,
    uid: 's',
    calendarId: 'primary-ann',
    organizer: 'ann',
    title: 'Stand-up',
    status: 'Confirmed',
    time,
    location: null,
    body: null,
    attachments: [],
    showParticipantList: true,
    visibility: 'Participants',
    participants: ['bob', 'cyd'],
  } as const
  const repeats = {
    type: 'RecurrenceChanged',
    ...silently,
    recurrence: lines,
    sequence: 0,
  } as const
  return eventOf([created, repeats].reduce(evolve, initialState))
}

/** Whether a calendar would take the series. */
export const isAdmitted = ({ time, recurrence }: CalendarEvent): boolean =>
  E.isRight(readRecurrence(time, recurrence ?? [], defaultLimits))
