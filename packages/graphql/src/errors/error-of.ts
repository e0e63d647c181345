import type { CalendarRejection, Rejection } from '@kalends/core'
import { GraphQLError } from 'graphql'
import { badInput } from './bad-input.js'
import { badInputError } from './bad-input-error.js'
import { badInputOf } from './bad-input-of.js'
import type { Failure } from './failure.js'
import { forbidden } from './refused-access.js'

/** Maps every failure to the wire. What a store or a directory said of its trouble stays inside. */
export const errorOf = (failure: Failure): GraphQLError => {
  switch (failure.type) {
    case 'BadInput':
      return badInputError(failure)
    case 'Rejected':
      return errorOfRejection(failure.rejection)
    case 'InvalidCursor':
      return badInputError(badInput('INVALID_CURSOR', 'Invalid cursor'))
    case 'CursorExpired':
      return badInputError(badInput('EXPIRED_CURSOR', 'Invalid cursor: it has expired'))
    case 'SnapshotExpired':
    case 'InvalidAsOf':
      return badInputError(badInput('SNAPSHOT_EXPIRED', 'That moment cannot be read'))
    case 'UnboundedWindow':
      return badInputError(badInput('UNBOUNDED_WINDOW', 'The window needs an end'))
    case 'RecurrenceTooCostly':
      return badInputError(
        badInput('RECURRENCE_TOO_COSTLY', `The series ${failure.uid} recurs too seldom`),
      )
    case 'TooManyOccurrences':
      return badInputError(badInput('WINDOW_TOO_LONG', 'The window holds too many occurrences'))
    case 'CommandIdReused':
      return badInputError(
        badInput('COMMAND_ID_REUSED', 'The command id was used for something else'),
      )
    case 'StoreFailure':
    case 'DirectoryFailure':
    case 'BookmarksFailure':
    case 'VersionConflict':
    case 'DuplicateEventId':
      return unavailable()
  }
}

/** Whether a failure is trouble inside, of which the host is told. */
export const isTrouble = ({ type }: Failure): boolean => TROUBLE.has(type)

const TROUBLE: ReadonlySet<Failure['type']> = new Set<Failure['type']>([
  'StoreFailure',
  'DirectoryFailure',
  'BookmarksFailure',
  'VersionConflict',
  'DuplicateEventId',
])

const unavailable = (): GraphQLError =>
  new GraphQLError('The service cannot answer now', {
    extensions: { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } },
  })

const errorOfRejection = (rejection: Rejection | CalendarRejection): GraphQLError => {
  const bad = badInputOf(rejection)
  if (bad !== null) return badInputError(bad)
  return rejection.type === 'NotOrganizer' || rejection.type === 'NotOwner'
    ? forbidden('Only the organizer may see this')
    : new GraphQLError('There is no such thing, or not for the caller', {
        extensions: { code: 'NOT_FOUND' },
      })
}
