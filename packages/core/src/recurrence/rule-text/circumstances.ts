import type { RecurrenceStart } from '../recurrence-set.js'

/**
 * How a text is read: `strict` by the words of the RFC; `lenient`, for imports, takes besides what breaks
 * them and still has one obvious reading.
 */
export type ParseMode = 'strict' | 'lenient'

/** What the parts of a rule are held against: the mode, and the start when it is known. */
export interface Circumstances {
  readonly mode: ParseMode
  readonly start: RecurrenceStart | null
}
