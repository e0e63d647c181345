import type { CalendarEvent } from './calendar-event.js'
import { startMsOf } from './clock-of.js'
import type { RecurrenceId } from './recurrence-id.js'
import { recurrenceIdFrom, type Recurring } from './series.js'

/** The occurrences that were changed, cancelled or answered on their own, in order. */
export const exceptionsOf = ({
  overrides,
  participants,
}: CalendarEvent): readonly RecurrenceId[] => {
  const ids = new Set(overrides.keys())
  for (const { occurrences } of participants.values()) {
    for (const id of occurrences.keys()) ids.add(id)
  }
  return [...ids].toSorted()
}

/** Those of them that `event` does not have: off its recurrence set, or excluded; in order. */
export const droppedExceptions = (event: CalendarEvent): readonly RecurrenceId[] =>
  exceptionsOf(event).filter((id) => !hasOccurrence(event, id))

/** Whether the recurrence set of `event` has an occurrence of that id. */
export const hasOccurrence = (event: Recurring, id: RecurrenceId): boolean =>
  recurrenceIdFrom(event, startMsOf(event.time, id)) === id
