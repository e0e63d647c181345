import type { EventSummary } from '@kalends/core'

/** What kind of event it is. More may come: readers take one that they don't know for `OTHER`. */
export type CalendarEventType =
  'MEETING' | 'LIVE_SESSION' | 'LIVE_SESSION_SPOT' | 'EXTERNAL' | 'OTHER'

/** Every kind. */
export const CALENDAR_EVENT_TYPES = [
  'MEETING',
  'LIVE_SESSION',
  'LIVE_SESSION_SPOT',
  'EXTERNAL',
  'OTHER',
] as const satisfies readonly CalendarEventType[]

/**
 * Which kind an event is. The one place where it is decided.
 *
 * What came from another calendar is external; all else is what its organizer made, a meeting.
 */
export const typeOf = ({ source }: Pick<EventSummary, 'source'>): CalendarEventType =>
  source === null ? 'MEETING' : 'EXTERNAL'
