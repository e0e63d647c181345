import type { CalendarEvent } from './calendar-event.js'
import type { RecurrenceId } from './recurrence-id.js'
import { occurrenceTime } from './series.js'

/**
 * A series as it is at one of its occurrences: with what was changed there, and the participants as they stand to
 * it. It takes place once.
 */
export const occurrenceOf = (series: CalendarEvent, id: RecurrenceId): CalendarEvent => {
  const { resetRevision: _, ...changes } = series.overrides.get(id) ?? {}
  return {
    ...series,
    time: occurrenceTime(series.time, id),
    ...changes,
    status: series.status === 'Cancelled' ? 'Cancelled' : (changes.status ?? series.status),
    language: changes.body === undefined ? series.language : null,
    participants: participantsAt(series, id),
    raw: rawAt(series, id),
    recurrence: null,
    overrides: new Map(),
  }
}

const rawAt = ({ raw }: CalendarEvent, id: RecurrenceId): CalendarEvent['raw'] => {
  if (raw === null) return null
  const own = raw.occurrences.find(({ recurrenceId }) => recurrenceId === id)
  return { event: own === undefined ? raw.event : own.raw, occurrences: [] }
}

const participantsAt = (
  { participants }: CalendarEvent,
  id: RecurrenceId,
): CalendarEvent['participants'] =>
  new Map(
    [...participants].map(([userId, { occurrences, ...each }]) => [
      userId,
      { ...each, ...occurrences.get(id), occurrences: new Map() },
    ]),
  )
