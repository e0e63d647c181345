import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { occurrencesIn } from '../recurrence/index.js'
import type { CalendarEvent } from './calendar-event.js'
import { startMsOf } from './clock-of.js'
import type { SplitSeries, TruncateSeries } from './command.js'
import {
  type Decision,
  happens,
  invalidFields,
  invalidRecurrence,
  nextChange,
  rejected,
} from './decision.js'
import { endedRecurrence } from './ended-recurrence.js'
import { type RecurrenceId, recurrenceIdOf } from './recurrence-id.js'
import { openSeries, recurrenceIdAt, startMsNamed } from './series.js'

/** Decides that a series ends before one of its occurrences; before the first that is left, that it is off. */
export const decideTruncate = (command: TruncateSeries, event: CalendarEvent): Decision => {
  const id = recurrenceIdAt(event, command.recurrenceId)
  if (id === null) {
    return hasEnded(event, command.recurrenceId) ? happens() : rejected({ type: 'NotFound' })
  }
  if (event.status === 'Cancelled') return happens()
  const change = nextChange(command, event, command.notice)
  const sequence = event.sequence + 1
  if (isFirstLeft(event, id)) return happens({ type: 'Cancelled', ...change, sequence })
  return pipe(
    endedRecurrence(event, id),
    E.bimap(invalidRecurrence, (recurrence) => [
      { type: 'SeriesTruncated', ...change, recurrenceId: id, recurrence, sequence },
    ]),
  )
}

/**
 * Decides what a split leaves of the series: what comes before. At its first occurrence nothing is split: nothing happens.
 */
export const decideSplit = (command: SplitSeries, event: CalendarEvent): Decision => {
  const id = recurrenceIdAt(event, command.recurrenceId)
  if (id === null) return rejected({ type: 'NotFound' })
  if (event.status === 'Cancelled') return rejected({ type: 'EventCancelled' })
  if (before(event, id, 1).length === 0) return happens()
  // The next import would bring back what was cut off.
  if (event.source !== null) return invalidFields([{ path: ['uid'], reason: 'Imported' }])
  const change = nextChange(command, event, command.notice)
  const { followedBy } = command
  const sequence = event.sequence + 1
  return pipe(
    endedRecurrence(event, id),
    E.bimap(invalidRecurrence, (recurrence) => [
      { type: 'SeriesSplit', ...change, recurrenceId: id, followedBy, recurrence, sequence },
    ]),
  )
}

/** Whether the series ends before what is named, as it does once it was truncated there. */
const hasEnded = (event: CalendarEvent, recurrenceId: string): boolean => {
  const from = startMsNamed(event, recurrenceId)
  if (event.recurrence === null || from === null) return false
  const found = occurrencesIn(openSeries(event), { from, limit: 1 })
  return E.isRight(found) && found.right.startMs.length === 0
}

/** Whether all that comes before was cancelled on its own. */
const isFirstLeft = (event: CalendarEvent, id: RecurrenceId): boolean => {
  const { overrides } = event
  const isCancelled = (each: RecurrenceId) => overrides.get(each)?.status === 'Cancelled'
  const cancelled = [...overrides.keys()].filter(isCancelled).length
  return before(event, id, cancelled + 1).every(isCancelled)
}

/** The last `limit` occurrences of the set before one. */
const before = (event: CalendarEvent, id: RecurrenceId, limit: number): readonly RecurrenceId[] => {
  const to = startMsOf(event.time, id)
  const found = occurrencesIn(openSeries(event), { to, limit, direction: 'backward' })
  return E.isLeft(found) ? [id] : found.right.localSeconds.map(recurrenceIdOf)
}
