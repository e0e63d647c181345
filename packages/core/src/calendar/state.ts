import type { CalendarId } from '../event/index.js'
import type { Calendar } from './calendar.js'

/** What folding a calendar's stream yields, or the stream of a deduplication key: which calendar has it. */
export type State =
  | { readonly type: 'Absent' }
  | { readonly type: 'Open'; readonly calendar: Calendar }
  | { readonly type: 'DeduplicationKey'; readonly calendarId: CalendarId }

/** The state of a stream in which nothing has happened. */
export const initialState: State = { type: 'Absent' }
