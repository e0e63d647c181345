import type { CalendarEvent } from './calendar-event.js'

/** What a policy looks at: the event before and after the change, and whether a reset was asked for. */
export interface ResetQuestion {
  readonly before: CalendarEvent
  readonly after: CalendarEvent
  readonly asked: boolean
}

/** Whose answers no longer hold: everyone's, or nobody's. The organizer's is never among them. */
export type Reset = 'Everyone' | 'Nobody'

/**
 * Decides which answers an organizer's change resets. Pure and total; `name` goes into the log.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6638#section-3.2.8
 */
export interface RsvpResetPolicy {
  readonly name: string
  readonly resets: (question: ResetQuestion) => Reset
}
