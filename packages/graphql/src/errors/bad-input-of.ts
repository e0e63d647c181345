import type { CalendarRejection, Rejection } from '@kalends/core'
import type { BadInput } from './bad-input.js'
import { badInput } from './bad-input.js'

/** What the domain refused although the caller could have known; null for what only the calendar tells. */
export const badInputOf = (rejection: Rejection | CalendarRejection): BadInput | null => {
  switch (rejection.type) {
    case 'InvalidFields':
      return {
        ...badInput('INVALID_FIELDS', 'Invalid fields'),
        fields: rejection.problems.map(({ path, reason, limit }) => ({
          path: inputPath(path),
          reason: upperSnake(reason),
          ...(limit === undefined ? {} : { limit }),
        })),
      }
    case 'TooManyUsers':
      return badInput('TOO_MANY_USERS', `At most ${rejection.limit} users may be listed`)
    case 'TooManyChannels':
      return badInput('TOO_MANY_CHANNELS', `At most ${rejection.limit} channels may be listed`)
    case 'InvalidTimeRange':
      return badInput('INVALID_TIME_RANGE', 'The end is before the start')
    case 'EmptyPatch':
      return badInput('EMPTY_UPDATE', 'The update asks for nothing')
    case 'InvalidRecurrence':
      return {
        ...badInput('INVALID_RECURRENCE', 'The recurrence cannot be kept'),
        fields: [{ path: ['recurrence'], reason: upperSnake(rejection.refusal.type) }],
      }
    case 'NotFound':
    case 'NotOrganizer':
    case 'NotOwner':
    case 'RevisionMismatch':
    case 'EventCancelled':
    case 'TooManyOverrides':
    case 'SpotFull':
    case 'SpotClosed':
      return null
  }
}

/** A path into a command as a path into an input. */
const inputPath = (path: readonly string[]): readonly string[] => {
  const [first, ...rest] = path
  if (first === 'timeSlot' && rest.length > 0) return rest
  if (first === 'others') return ['userIds']
  if (first === 'participants') return [rest.at(-1) === 'channelId' ? 'channelIds' : 'userIds']
  if (first === undefined) return path
  return [RENAMED.get(first) ?? first, ...rest]
}

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['uid', 'id'],
  ['userId', 'userIds'],
  ['notice', 'participantsNotification'],
])

const upperSnake = (name: string): string =>
  name.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toUpperCase()
