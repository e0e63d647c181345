import type { CalendarEvent } from './calendar-event.js'

/** The overrides of a series, less what says that single occurrences were reset. */
export const withoutResets = ({
  overrides,
}: Pick<CalendarEvent, 'overrides'>): CalendarEvent['overrides'] =>
  new Map(
    [...overrides]
      .map(([id, { resetRevision: _, ...override }]) => [id, override] as const)
      .filter(([, override]) => Object.keys(override).length > 0),
  )
