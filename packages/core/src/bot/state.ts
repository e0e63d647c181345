import type { Bot } from './bot.js'

/** What folding a bot's stream yields. A deleted one is gone for good. */
export type State =
  | { readonly type: 'Absent' }
  | { readonly type: 'Present'; readonly bot: Bot }
  | { readonly type: 'Deleted' }

/** The state of a stream in which nothing has happened. */
export const initialState: State = { type: 'Absent' }
