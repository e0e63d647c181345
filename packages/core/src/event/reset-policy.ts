import type { CalendarEvent } from './calendar-event.js'
import type { RecurrenceId } from './recurrence-id.js'

/**
 * What a policy looks at: the event before and after the change, the one occurrence that was changed (null when it
 * was the event, or all of its series), and whether a reset was asked for.
 */
export interface ResetQuestion {
  readonly before: CalendarEvent
  readonly after: CalendarEvent
  readonly occurrence: RecurrenceId | null
  readonly asked: boolean
}

/**
 * Which answers no longer hold: everyone's to the event with all its occurrences, everyone's to some occurrences as they are
 * called after the change, or none. The organizer's never are among them.
 */
export type Reset =
  | { readonly type: 'Everyone' }
  | { readonly type: 'Occurrences'; readonly recurrenceIds: readonly RecurrenceId[] }
  | { readonly type: 'Nobody' }

/**
 * Decides which answers an organizer's change resets. Pure and total; `name` goes into the log.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6638#section-3.2.8
 */
export interface RsvpResetPolicy {
  readonly name: string
  readonly resets: (question: ResetQuestion) => Reset
}
