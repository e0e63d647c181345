import type { ImportedFields, ImportSource } from '@kalends/core'
import type { Refused } from './imported.js'
import type { Moment } from './times.js'

/** An event as a provider has it, in our words, not yet held against what core takes. */
export interface Sketch extends ImportedFields {
  readonly source: ImportSource
  readonly repeats: Repeats | null
}

/**
 * How a provider says that an event repeats: RRULE, EXRULE, RDATE and EXDATE lines, as lenient reading takes them, and
 * whether the start is an occurrence where no rule yields it.
 */
export interface Repeats {
  readonly lines: readonly string[]
  readonly start: 'AlwaysOccurs' | 'ByItsRule'
}

/**
 * What a provider says of one occurrence, or of it and all that follow: `at` is when it would start unchanged.
 * Without `fields` it does not take place.
 */
export interface Change {
  readonly id: string
  readonly at: Moment
  readonly range: 'This' | 'ThisAndFuture'
  readonly fields: ImportedFields | null
  readonly source: ImportSource
}

/** What one item of a provider is. An `Occurrence` is one as its series has it. */
export type Item =
  | { readonly type: 'CalendarEvent'; readonly sketch: Sketch }
  | { readonly type: 'Change' | 'Occurrence'; readonly seriesId: string; readonly change: Change }
  | { readonly type: 'Refused'; readonly refused: Refused }
