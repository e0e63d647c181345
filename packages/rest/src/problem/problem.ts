/** What every refusal on the wire is called; its status and title never vary. */
export const PROBLEMS = {
  VALIDATION_FAILED: { status: 400, title: 'The request is not valid' },
  EMPTY_PATCH: { status: 400, title: 'The patch asks for nothing' },
  INVALID_TIME_RANGE: { status: 400, title: 'The end is before the start' },
  INVALID_RECURRENCE: { status: 400, title: 'The recurrence cannot be kept' },
  OVERRIDES_LIMIT_EXCEEDED: { status: 400, title: 'Too many occurrences differ from their series' },
  UNBOUNDED_WINDOW: { status: 400, title: 'The listing has no end to begin from' },
  RECURRENCE_TOO_COSTLY: { status: 400, title: 'An event of the time range recurs too seldom' },
  WINDOW_TOO_LONG: { status: 400, title: 'The time range is too long' },
  INVALID_CURSOR: { status: 400, title: 'The cursor does not belong to this request' },
  PARTICIPANTS_USER_LIMIT_EXCEEDED: { status: 400, title: 'Too many users are listed' },
  PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED: { status: 400, title: 'Too many channels are listed' },
  UNAUTHENTICATED: { status: 401, title: 'Valid credentials are required' },
  FORBIDDEN: { status: 403, title: 'Only the organizer may do this' },
  NOT_FOUND: { status: 404, title: 'There is no such thing, or not for the caller' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'The method is not known here' },
  EVENT_CANCELLED: { status: 409, title: 'The event is cancelled' },
  SPOT_FULL: { status: 409, title: 'The spot is fully booked' },
  SPOT_CLOSED: { status: 409, title: 'The spot is not offered any more' },
  CURSOR_EXPIRED: { status: 410, title: 'The cursor has expired' },
  SNAPSHOT_EXPIRED: { status: 410, title: 'That moment can no longer be read' },
  REVISION_MISMATCH: { status: 412, title: 'The event has another revision' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body is of a kind that is not read here' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The key was used for another request' },
  INTERNAL: { status: 500, title: 'Something went wrong' },
  SERVICE_UNAVAILABLE: { status: 503, title: 'The service cannot answer now' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>

/** The name of a refusal. */
export type ProblemCode = keyof typeof PROBLEMS

/** What is wrong with one part of a request: `pointer` is a JSON Pointer into the body, or `/` and a parameter's name. */
export interface FieldError {
  readonly pointer: string
  readonly detail: string
}

/** A refusal, before it is written. */
export interface Problem {
  readonly code: ProblemCode
  readonly detail?: string
  readonly errors?: readonly FieldError[]
  readonly headers?: Readonly<Record<string, string>>
}

/** A request refused for what its parts say; all of them at once. */
export const invalid = (errors: readonly FieldError[]): Problem => ({
  code: 'VALIDATION_FAILED',
  errors,
})

/** A request refused for one part. */
export const invalidAt = (pointer: string, detail: string): Problem =>
  invalid([{ pointer, detail }])
