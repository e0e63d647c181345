import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import type { EventLimits, Recurrence, Rejection } from '../event/index.js'
import { formRefusal, mergeTime, readRecurrence } from '../event/index.js'
import type { EventCommand } from './command.js'

/**
 * What is wrong with the recurrence that a command names; null when nothing is. Whether a patch's lines fit the event is left
 * to whoever knows its time.
 */
export const recurrenceRefusal = (command: EventCommand, limits: EventLimits): Rejection | null => {
  const lines = linesOf(command)
  if (lines === null) return null
  const time = command.type === 'CreateEvent' ? mergeTime(null, command.timeSlot) : null
  if (time !== null && isRight(time)) {
    const read = readRecurrence(time.right, lines, limits)
    return isLeft(read) ? read.left : null
  }
  const refusal = formRefusal(lines, limits)
  return refusal === null ? null : { type: 'InvalidRecurrence', refusal }
}

const linesOf = (command: EventCommand): Recurrence | null => {
  switch (command.type) {
    case 'CreateEvent':
      return command.recurrence ?? null
    case 'PatchEvent':
    case 'SplitSeries':
      return command.changes.recurrence ?? null
    case 'ResetAnswers':
    case 'AnswerEvent':
    case 'InviteParticipants':
    case 'UninviteParticipant':
    case 'CancelEvent':
    case 'PatchOccurrence':
    case 'CancelOccurrence':
    case 'TruncateSeries':
    case 'RecordLanguage':
    case 'ImportEvent':
    case 'CancelImported':
      return null
  }
}
