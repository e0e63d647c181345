import type { Answer, CalendarEvent } from './calendar-event.js'
import type { AnswerInvitation } from './command.js'
import { type Decision, happens, rejected, type Rules } from './decision.js'
import { occurrenceOf } from './occurrence-of.js'
import { recurrenceIdAt } from './series.js'
import type { State } from './state.js'

/**
 * Decides an answer to an event, or to one occurrence of a series. The same answer again decides nothing, nor does a reply
 * that comes late.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5546#section-2.1.5
 */
export const decideAnswer = (
  rules: Rules,
  command: AnswerInvitation,
  { type, event }: Exclude<State, { type: 'Absent' }>,
): Decision => {
  if (command.recurrenceId !== null) return answerToOne(rules, command, event)
  if (type === 'Cancelled') return rejected({ type: 'EventCancelled' })
  const last = event.participants.get(command.actor)?.answer ?? null
  const answer = answerOf(command, event)
  if (isKnown(command, answer, last)) return happens()
  return happens({ type: 'Answered', userId: command.actor, ...answer })
}

const answerToOne = (
  { limits }: Rules,
  command: AnswerInvitation,
  event: CalendarEvent,
): Decision => {
  const recurrenceId = recurrenceIdAt(event, command.recurrenceId ?? '')
  if (recurrenceId === null) return rejected({ type: 'NotFound' })
  if (occurrenceOf(event, recurrenceId).status === 'Cancelled') {
    return rejected({ type: 'EventCancelled' })
  }
  const occurrences = event.participants.get(command.actor)?.occurrences
  const answer = answerOf(command, event)
  const last = occurrences?.get(recurrenceId)?.answer ?? null
  if (isKnown(command, answer, last)) return happens()
  if (occurrences?.has(recurrenceId) !== true && (occurrences?.size ?? 0) >= limits.overrides) {
    return rejected({ type: 'TooManyOverrides', limit: limits.overrides })
  }
  return happens({ type: 'OccurrenceAnswered', userId: command.actor, recurrenceId, ...answer })
}

const answerOf = (
  { status, comment, at, seenRevision, reply }: AnswerInvitation,
  event: CalendarEvent,
): Answer => ({
  at: reply?.stamp ?? at,
  status,
  comment,
  revision: Math.min(seenRevision ?? event.revision, event.revision),
  sequence: reply?.sequence ?? event.sequence,
})

const isKnown = (
  { reply }: AnswerInvitation,
  { status, comment, revision }: Answer,
  last: Answer | null,
): boolean => {
  if (last === null) return false
  if (reply !== null && isLate(reply, last)) return true
  return last.status === status && last.comment === comment && last.revision === revision
}

const isLate = (reply: NonNullable<AnswerInvitation['reply']>, last: Answer): boolean =>
  reply.sequence < last.sequence || (reply.sequence === last.sequence && reply.stamp < last.at)
