import type { Reset, ResetQuestion } from '../event/index.js'

/**
 * The reset that the caller asked for: of the one occurrence that the question is about, or of everything. Null when
 * none was asked for.
 *
 * It holds under every preset: a policy adds resets, it does not take the organizer's own away.
 */
export const askedFor = ({ asked, occurrence }: ResetQuestion): Reset | null => {
  if (!asked) return null
  return occurrence === null
    ? { type: 'Everyone' }
    : { type: 'Occurrences', recurrenceIds: [occurrence] }
}
