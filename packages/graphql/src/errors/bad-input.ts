/** What a caller got wrong, as `extensions.reason` names it. */
export type BadInputReason =
  | 'INVALID_DATE_FORMAT'
  | 'INVALID_DATE_RANGE'
  | 'DATE_TOO_DISTANT'
  | 'MISSING_FIRST'
  | 'MISSING_LAST'
  | 'CONFLICTING_PAGINATION'
  | 'PAGE_SIZE_OUT_OF_RANGE'
  | 'INVALID_CURSOR'
  | 'EXPIRED_CURSOR'
  | 'INVALID_FIELDS'
  | 'INVALID_TIME_RANGE'
  | 'INVALID_RECURRENCE'
  | 'INVALID_TIME_ZONE'
  | 'EMPTY_UPDATE'
  | 'TOO_MANY_USERS'
  | 'TOO_MANY_CHANNELS'
  | 'SCOPE_NEEDS_OCCURRENCE'
  | 'NOT_OF_ONE_OCCURRENCE'
  | 'COMMAND_ID_REUSED'
  | 'RECURRENCE_TOO_COSTLY'
  | 'UNBOUNDED_WINDOW'
  | 'SNAPSHOT_EXPIRED'
  | 'WINDOW_TOO_LONG'
  | 'NOT_SUPPORTED'
  | 'TOO_MANY_TOKENS'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'FRAGMENT_CYCLE'
  | 'QUERY_TOO_DEEP'
  | 'QUERY_TOO_COSTLY'

/** What is wrong with one field of an input: where, and what. */
export interface BadField {
  readonly path: readonly string[]
  readonly reason: string
  readonly limit?: number
}

/** A request refused for what it asks. */
export interface BadInput {
  readonly type: 'BadInput'
  readonly reason: BadInputReason
  readonly message: string
  readonly fields?: readonly BadField[]
}

/** A request refused for what it asks. */
export const badInput = (reason: BadInputReason, message: string): BadInput => ({
  type: 'BadInput',
  reason,
  message,
})
