import type { RsvpResetPolicy } from '../event/index.js'

/** Answers are reset when the caller asks for it, and only then. */
export const explicit: RsvpResetPolicy = {
  name: 'explicit',
  resets: ({ asked }) => (asked ? 'Everyone' : 'Nobody'),
}
