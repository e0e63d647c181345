import { isLeft } from 'fp-ts/lib/Either.js'
import type {
  Attachment,
  EventChanges,
  EventLimits,
  Problem,
  Recurrence,
  Rejection,
} from '../event/index.js'
import {
  endsBeforeItStarts,
  isHttpsUrl,
  isUid,
  isWellFormed,
  mergeTime,
  textProblems,
} from '../event/index.js'
import { isGeneratedUid } from '../policy/index.js'
import { bodyProblems } from './body-problems.js'
import type {
  AnswerEvent,
  CreateEvent,
  EventCommand,
  ParticipantRef,
  PatchEvent,
  PatchOccurrence,
  SplitSeries,
} from './command.js'
import { importProblems } from './import-problems.js'
import { importRefusal } from './import-refusal.js'
import { recurrenceRefusal } from './recurrence-refusal.js'

/**
 * Checks what can be said of a command without looking at any event: its shape first, then limits,
 * then its time range, then how it repeats. Null when nothing is wrong.
 *
 * All problems of shape are told at once.
 */
export const refusalOf = (command: EventCommand, limits: EventLimits): Rejection | null => {
  const problems = shapeProblems(command, limits)
  if (problems.length > 0) return { type: 'InvalidFields', problems }
  const over = overLimits(command, limits)
  if (over !== null) return over
  if ('changes' in command && asksNothing(command)) return { type: 'EmptyPatch' }
  if (command.type === 'ImportEvent') return importRefusal(command, limits)
  return rangeRefusal(command) ?? recurrenceRefusal(command, limits)
}

const ID_LENGTH = 200

const shapeProblems = (command: EventCommand, limits: EventLimits): readonly Problem[] => [
  ...idProblems(['tenantId'], command.tenantId),
  ...idProblems(['actor'], command.actor),
  ...(command.commandId === undefined ? [] : idProblems(['commandId'], command.commandId)),
  ...uidProblems(command),
  ...fieldProblems(command, limits),
]

const uidProblems = (command: EventCommand): readonly Problem[] => {
  if (!('uid' in command)) return []
  if (!isUid(command.uid)) return [{ path: ['uid'], reason: 'Malformed' }]
  return command.type === 'CreateEvent' && isGeneratedUid(command.uid)
    ? [{ path: ['uid'], reason: 'Taken' }]
    : []
}

const fieldProblems = (command: EventCommand, limits: EventLimits): readonly Problem[] => {
  switch (command.type) {
    case 'CreateEvent':
      return [
        ...changeProblems(command, limits),
        ...participantProblems(command.participants ?? []),
        ...slotProblems(command),
      ]
    case 'PatchEvent':
      return [...changeProblems(command.changes, limits), ...contradiction(command)]
    case 'PatchOccurrence':
      return [
        ...idProblems(['recurrenceId'], command.recurrenceId),
        ...changeProblems(command.changes, limits),
        ...contradiction(command),
      ]
    case 'SplitSeries':
      return [
        ...idProblems(['recurrenceId'], command.recurrenceId),
        ...newUidProblems(command),
        ...changeProblems(command.changes, limits),
        ...contradiction(command),
      ]
    case 'CancelOccurrence':
    case 'TruncateSeries':
      return idProblems(['recurrenceId'], command.recurrenceId)
    case 'AnswerEvent':
      return answerProblems(command, limits)
    case 'InviteParticipants':
      return participantProblems(command.participants)
    case 'UninviteParticipant':
      return [
        ...idProblems(['userId'], command.userId),
        ...(command.others ?? []).flatMap((userId, index) =>
          idProblems(['others', String(index)], userId),
        ),
      ]
    case 'RecordLanguage':
      return idProblems(['language'], command.language)
    case 'ImportEvent':
    case 'CancelImported':
      return importProblems(command, limits)
    case 'CancelEvent':
    case 'ResetAnswers':
      return []
  }
}

const answerProblems = (
  { comment, recurrenceId }: AnswerEvent,
  { commentLength }: EventLimits,
): readonly Problem[] => [
  ...(comment === undefined || comment === null
    ? []
    : textProblems(['comment'], comment, { atMost: commentLength, empty: 'Allowed' })),
  ...(recurrenceId === undefined ? [] : idProblems(['recurrenceId'], recurrenceId)),
]

const newUidProblems = ({ uid, newUid }: SplitSeries): readonly Problem[] => {
  if (newUid === undefined) return []
  if (!isUid(newUid)) return [{ path: ['newUid'], reason: 'Malformed' }]
  return newUid === uid || isGeneratedUid(newUid) ? [{ path: ['newUid'], reason: 'Taken' }] : []
}

const idProblems = (path: readonly string[], id: string) =>
  textProblems(path, id, { atMost: ID_LENGTH, empty: 'Refused' })

type Changeable = Pick<
  EventChanges,
  'title' | 'location' | 'body' | 'attachments' | 'calendarId' | 'recurrence'
>

const changeProblems = (changes: Changeable, limits: EventLimits): readonly Problem[] => {
  const { title, location, body, attachments, calendarId, recurrence } = changes
  const problems: Problem[] = []
  if (title !== undefined) {
    problems.push(
      ...textProblems(['title'], title, { atMost: limits.titleLength, empty: 'Refused' }),
    )
  }
  if (location !== undefined && location !== null) {
    const bounds = { atMost: limits.locationLength, empty: 'Allowed' } as const
    problems.push(...textProblems(['location'], location, bounds))
  }
  if (body !== undefined && body !== null)
    problems.push(...bodyProblems(['body', 'content'], body, limits))
  if (attachments !== undefined) problems.push(...attachmentProblems(attachments, limits))
  if (calendarId !== undefined) problems.push(...idProblems(['calendarId'], calendarId))
  if (recurrence !== undefined && recurrence !== null) problems.push(...lineProblems(recurrence))
  return problems
}

const lineProblems = (recurrence: Recurrence): readonly Problem[] =>
  recurrence.length === 0
    ? [{ path: ['recurrence'], reason: 'Empty' }]
    : recurrence.flatMap((line, index) =>
        isWellFormed(line)
          ? []
          : [{ path: ['recurrence', String(index)], reason: 'IllFormedText' } as const],
      )

const attachmentProblems = (
  attachments: readonly Attachment[],
  limits: EventLimits,
): readonly Problem[] => {
  if (attachments.length > limits.attachments) {
    return [{ path: ['attachments'], reason: 'TooMany', limit: limits.attachments }]
  }
  return attachments.flatMap((attachment, index) => {
    const path = ['attachments', String(index)]
    return [
      ...textProblems([...path, 'name'], attachment.name, { atMost: 255, empty: 'Refused' }),
      ...(isHttpsUrl(attachment.url)
        ? []
        : [{ path: [...path, 'url'], reason: 'Malformed' } as const]),
      ...(attachment.mimeType === null
        ? []
        : idProblems([...path, 'mimeType'], attachment.mimeType)),
    ]
  })
}

const participantProblems = (participants: readonly ParticipantRef[]): readonly Problem[] =>
  participants.flatMap((ref, index) =>
    'userId' in ref
      ? idProblems(['participants', String(index), 'userId'], ref.userId)
      : idProblems(['participants', String(index), 'channelId'], ref.channelId),
  )

const slotProblems = (command: CreateEvent): readonly Problem[] => {
  const merged = mergeTime(null, command.timeSlot)
  return isLeft(merged) && merged.left.type === 'InvalidFields' ? merged.left.problems : []
}

type Patching = PatchEvent | PatchOccurrence | SplitSeries

const contradiction = ({ changes, notice }: Patching): readonly Problem[] =>
  changes.status === 'Cancelled' && notice === 'Reset'
    ? [{ path: ['notice'], reason: 'CancelledWithReset' }]
    : []

const overLimits = (command: EventCommand, limits: EventLimits): Rejection | null => {
  if (command.type === 'UninviteParticipant') {
    const count = new Set([command.userId, ...(command.others ?? [])]).size
    return count > limits.listedUsers
      ? { type: 'TooManyUsers', limit: limits.listedUsers, count }
      : null
  }
  if (command.type !== 'CreateEvent' && command.type !== 'InviteParticipants') return null
  const { users, channels } = listed(command.participants ?? [], command.actor)
  if (users.size > limits.listedUsers) {
    return { type: 'TooManyUsers', limit: limits.listedUsers, count: users.size }
  }
  if (channels.size > limits.listedChannels) {
    return { type: 'TooManyChannels', limit: limits.listedChannels, count: channels.size }
  }
  return null
}

/** The distinct users and channels of a list. The organizer is never among them. */
export const listed = (participants: readonly ParticipantRef[], organizer: string) => ({
  users: new Set(
    participants.flatMap((ref) =>
      'userId' in ref && ref.userId !== organizer ? [ref.userId] : [],
    ),
  ),
  channels: new Set(participants.flatMap((ref) => ('channelId' in ref ? [ref.channelId] : []))),
})

/** A patch of one edge is left to whoever knows the other. */
const rangeRefusal = (command: EventCommand): Rejection | null => {
  const { timeSlot } = 'changes' in command ? command.changes : slotOf(command)
  return timeSlot !== undefined && endsBeforeItStarts(timeSlot)
    ? { type: 'InvalidTimeRange' }
    : null
}

const slotOf = (command: EventCommand): Pick<EventChanges, 'timeSlot'> =>
  command.type === 'CreateEvent' ? command : {}

const asksNothing = ({ changes, notice }: Patching): boolean =>
  Object.keys(changes).length === 0 && (notice === undefined || notice === 'Nobody')
