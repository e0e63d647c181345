import type { Calendar } from './calendar.js'

/** What folding a calendar's stream yields. */
export type State =
  { readonly type: 'Absent' } | { readonly type: 'Open'; readonly calendar: Calendar }

/** The state of a stream in which nothing has happened. */
export const initialState: State = { type: 'Absent' }
