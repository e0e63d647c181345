/**
 * What is wrong with one field of a command.
 *
 * `path` leads to the field in the command, in camelCase: `['timeSlot', 'start']`, `['participants', '3', 'userId']`.
 * `limit` is the bound that was passed, in the field's own unit.
 */
export interface Problem {
  readonly path: readonly string[]
  readonly reason: ProblemReason
  readonly limit?: number
}

/** What can be wrong with a field. */
export type ProblemReason =
  | 'Required'
  | 'Empty'
  | 'TooLong'
  | 'TooMany'
  | 'IllFormedText'
  | 'Malformed'
  | 'NoOffset'
  | 'NotATimestamp'
  | 'NotADate'
  | 'OutOfRange'
  | 'UnknownTimeZone'
  | 'UnknownUser'
  | 'UnknownCalendar'
  | 'OrganizerStays'
  | 'CancelledWithReset'
  | 'NotASeries'
  | 'Taken'
  | 'NotAnOccurrence'
  | 'NotJson'
  | 'Imported'
