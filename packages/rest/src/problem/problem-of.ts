import type { CalendarRejection, Problem as FieldProblem, Rejection } from '@kalends/core'
import type { Failure } from './failure.js'
import { pointerTo } from './pointer.js'
import type { FieldError, Problem } from './problem.js'
import { invalid, invalidAt } from './problem.js'
import { recurrenceProblem } from './recurrence-problem.js'
import { snakeCase } from './snake-case.js'

/** Maps every failure to the wire. What a store or a directory said of its trouble stays inside. */
export const problemOf = (failure: Failure): Problem => {
  switch (failure.type) {
    case 'Refused':
      return failure.problem
    case 'Rejected':
      return problemOfRejection(failure.rejection)
    case 'InvalidCursor':
      return { code: 'INVALID_CURSOR', errors: [BAD_CURSOR] }
    case 'CursorExpired':
      return { code: 'CURSOR_EXPIRED', errors: [{ ...BAD_CURSOR, detail: 'has expired' }] }
    case 'SnapshotExpired':
      return {
        code: 'SNAPSHOT_EXPIRED',
        errors: [{ pointer: '/as_of', detail: 'is too long ago' }],
      }
    case 'InvalidAsOf':
      return invalidAt('/as_of', 'must be a moment that has been')
    case 'UnboundedWindow':
      return {
        code: 'UNBOUNDED_WINDOW',
        detail:
          'A series without an end needs start_before or end_before when the last come first.',
      }
    case 'RecurrenceTooCostly':
      return {
        code: 'RECURRENCE_TOO_COSTLY',
        detail: `The series ${failure.uid} has nothing for too long a time.`,
      }
    case 'TooManyOccurrences':
      return {
        code: 'WINDOW_TOO_LONG',
        detail: `It holds more than ${failure.limit} occurrences of one user.`,
      }
    case 'CommandIdReused':
      return { code: 'IDEMPOTENCY_KEY_REUSED' }
    case 'StoreFailure':
    case 'DirectoryFailure':
    case 'VersionConflict':
    case 'DuplicateEventId':
      return { code: 'SERVICE_UNAVAILABLE', headers: { 'Retry-After': '1' } }
  }
}

const BAD_CURSOR: FieldError = {
  pointer: '/page_cursor',
  detail: 'must be a cursor of the same listing, as it was given',
}

const problemOfRejection = (rejection: Rejection | CalendarRejection): Problem => {
  switch (rejection.type) {
    case 'InvalidFields':
      return invalid(rejection.problems.map(fieldErrorOf))
    case 'TooManyUsers':
      return {
        code: 'PARTICIPANTS_USER_LIMIT_EXCEEDED',
        detail: `At most ${rejection.limit} users may be listed, not ${rejection.count}.`,
      }
    case 'TooManyChannels':
      return {
        code: 'PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED',
        detail: `At most ${rejection.limit} channels may be listed, not ${rejection.count}.`,
      }
    case 'InvalidTimeRange':
      return { code: 'INVALID_TIME_RANGE' }
    case 'EmptyPatch':
      return { code: 'EMPTY_PATCH' }
    case 'NotFound':
      return { code: 'NOT_FOUND' }
    case 'NotOrganizer':
    case 'NotOwner':
      return { code: 'FORBIDDEN' }
    case 'RevisionMismatch':
      return { code: 'REVISION_MISMATCH', detail: `The revision is ${rejection.revision}.` }
    case 'EventCancelled':
      return { code: 'EVENT_CANCELLED' }
    case 'SpotFull':
      return { code: 'SPOT_FULL' }
    case 'SpotClosed':
      return { code: 'SPOT_CLOSED' }
    case 'InvalidRecurrence':
      return recurrenceProblem(rejection.refusal)
    case 'TooManyOverrides':
      return {
        code: 'OVERRIDES_LIMIT_EXCEEDED',
        detail: `At most ${rejection.limit} occurrences of a series may differ from it.`,
      }
  }
}

/** What core says of a field of a command, as the wire names it. */
export const fieldErrorOf = ({ path, reason, limit }: FieldProblem): FieldError => ({
  pointer: pointerTo(wirePath(path)),
  detail: limit === undefined ? DETAIL[reason] : `${DETAIL[reason]}: at most ${limit}`,
})

/** A path into a command as a path into a request. */
export const wirePath = (path: readonly string[]): readonly string[] => {
  const [first, ...rest] = path
  if (first === undefined) return path
  return [RENAMED.get(first) ?? snakeCase(first), ...rest.map(snakeCase)]
}

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['uid', 'id'],
  ['notice', 'participants_notification'],
  ['commandId', 'Idempotency-Key'],
])

const DETAIL: Readonly<Record<FieldProblem['reason'], string>> = {
  Required: 'is required',
  Empty: 'must not be empty',
  TooLong: 'is too long',
  TooMany: 'has too many items',
  IllFormedText: 'must be well-formed Unicode without U+0000',
  Malformed: 'is not of the form it must have',
  NoOffset: 'must have an offset, or a time_zone beside it',
  NotATimestamp: 'must be a timestamp like 2027-03-08T09:00:00-05:00',
  NotADate: 'must be a date like 2027-03-08',
  OutOfRange: 'names a day, time or offset that does not exist',
  UnknownTimeZone: 'must be the IANA name of a time zone, like Europe/Berlin',
  UnknownUser: 'is not a known user',
  UnknownCalendar: "must be a calendar of the organizer's own",
  OrganizerStays: 'must not be the organizer',
  CancelledWithReset: 'must not be RESET_NOTIFICATION when the event is cancelled',
  NotASeries: 'needs a series, and the event is not one',
  Taken: 'is in use',
  NotAnOccurrence: 'names no occurrence of the series',
  NotJson: 'must be JSON, with well-formed texts',
  Imported: 'was imported, and cannot be split here',
}
