import type { CalendarEvent } from './calendar-event.js'
import type { CancelOccurrence } from './command.js'
import { type Decision, happens, nextChange, rejected, type Rules } from './decision.js'
import type { DomainEvent } from './domain-event.js'
import { occurrenceOf } from './occurrence-of.js'
import { recurrenceIdAt } from './series.js'
import { withinLimit } from './within-limit.js'

/** Decides that one occurrence does not take place. Again decides nothing. */
export const decideCancelOccurrence = (
  { limits }: Rules,
  command: CancelOccurrence,
  event: CalendarEvent,
): Decision => {
  const id = recurrenceIdAt(event, command.recurrenceId)
  if (id === null) return rejected({ type: 'NotFound' })
  if (occurrenceOf(event, id).status === 'Cancelled') return happens()
  const change = { ...nextChange(command, event, command.notice), recurrenceId: id }
  const cancelled: DomainEvent = {
    type: 'OccurrenceCancelled',
    ...change,
    sequence: event.sequence + 1,
  }
  return withinLimit([cancelled], { event, id }, limits)
}
