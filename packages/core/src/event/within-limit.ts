import type { CalendarEvent } from './calendar-event.js'
import { type Decision, happens, rejected } from './decision.js'
import type { DomainEvent } from './domain-event.js'
import type { EventLimits } from './limits.js'
import type { RecurrenceId } from './recurrence-id.js'

/** One occurrence of a series. */
export interface At {
  readonly event: CalendarEvent
  readonly id: RecurrenceId
}

/** These changes of one occurrence, unless it is one more than may differ from its series. */
export const withinLimit = (
  changes: readonly DomainEvent[],
  { event: { overrides }, id }: At,
  { overrides: limit }: EventLimits,
): Decision =>
  changes.length > 0 && !overrides.has(id) && overrides.size >= limit
    ? rejected({ type: 'TooManyOverrides', limit })
    : happens(...changes)
