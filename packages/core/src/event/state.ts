import type { CalendarEvent } from './calendar-event.js'

/** What folding a calendar event's stream yields. */
export type State =
  | { readonly type: 'Absent' }
  | { readonly type: 'Scheduled'; readonly event: CalendarEvent }
  | { readonly type: 'Cancelled'; readonly event: CalendarEvent }

/** The state of a stream in which nothing has happened. */
export const initialState: State = { type: 'Absent' }
