import type { RecurrenceId, Reset } from '../event/index.js'

/** The reset of these occurrences; of nobody's answers when there are none. */
export const resetOf = (recurrenceIds: readonly RecurrenceId[]): Reset =>
  recurrenceIds.length === 0
    ? { type: 'Nobody' }
    : { type: 'Occurrences', recurrenceIds: [...new Set(recurrenceIds)].toSorted() }
