import type { RsvpResetPolicy } from '../event/index.js'

/** Answers are reset when the caller asks for it, and only then: to what was patched. */
export const explicit: RsvpResetPolicy = {
  name: 'explicit',
  resets: ({ asked, occurrence }) => {
    if (!asked) return { type: 'Nobody' }
    return occurrence === null
      ? { type: 'Everyone' }
      : { type: 'Occurrences', recurrenceIds: [occurrence] }
  },
}
