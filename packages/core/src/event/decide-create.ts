import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Recurrence } from './calendar-event.js'
import type { Create } from './command.js'
import { type Decision, happens, invalidFields, rejected, type Rules } from './decision.js'
import type { DomainEvent } from './domain-event.js'
import { readRecurrence } from './read-recurrence.js'
import type { State } from './state.js'
import { unknownUsers } from './unknown-users.js'

/**
 * Decides a creation: of an event, and in the same revision of how it repeats. Under the id of an event of the same
 * organizer it decides nothing.
 */
export const decideCreate = ({ limits }: Rules, command: Create, state: State): Decision => {
  if (state.type !== 'Absent') {
    return state.event.organizer === command.actor ? happens() : rejected({ type: 'NotOrganizer' })
  }
  const unknown = unknownUsers(command.invitees)
  const problems =
    command.calendarOwner === command.actor
      ? unknown
      : [...unknown, { path: ['calendarId'], reason: 'UnknownCalendar' } as const]
  if (problems.length > 0) return invalidFields(problems)
  const { recurrence } = command
  const begun = [createdBy(command), ...classifiedBy(command)]
  if (recurrence === null) return happens(...begun)
  return pipe(
    readRecurrence(command.time, recurrence, limits),
    E.map((lines) => [...begun, repeatsFromTheStart(command, lines)]),
  )
}

const createdBy = (command: Create): DomainEvent => {
  const { uid, calendarId, title, time, status, location, body, attachments } = command
  const { showParticipantList, visibility, at, actor: organizer } = command
  return {
    type: 'Created',
    at,
    uid,
    calendarId,
    organizer,
    title,
    time,
    status,
    location,
    body,
    attachments,
    showParticipantList,
    visibility,
    participants: command.invitees.users.filter((userId) => userId !== organizer),
  }
}

const classifiedBy = ({ at, classification }: Create): readonly DomainEvent[] =>
  classification === undefined ? [] : [{ type: 'Classified', at, ...classification }]

const repeatsFromTheStart = ({ at }: Create, recurrence: Recurrence): DomainEvent => ({
  type: 'RecurrenceChanged',
  at,
  revision: 1,
  silent: false,
  recurrence,
  sequence: 0,
})
