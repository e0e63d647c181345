import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CalendarEvent } from './calendar-event.js'
import type { EventChanges, Patch } from './command.js'
import type { Change, Decision } from './decision.js'
import { happens, invalidFields, nextChange, rejected } from './decision.js'
import type { DomainEvent } from './domain-event.js'
import { sameTime } from './event-time.js'
import { evolve } from './evolve.js'
import type { Rejection } from './rejection.js'
import type { Reset, RsvpResetPolicy } from './reset-policy.js'
import { sameJson } from './same-json.js'
import type { State } from './state.js'
import { mergeTime } from './time-slot.js'

type Existing = Exclude<State, { type: 'Absent' }>

/**
 * Decides a merge patch by the organizer: one domain event for each thing that really changes, all
 * of one revision; then the resets that the policy finds; a cancellation last.
 *
 * A patch that changes nothing and asks for nothing decides nothing.
 */
export const decidePatch = (policy: RsvpResetPolicy, command: Patch, state: Existing): Decision => {
  if (state.type === 'Cancelled') {
    return cancelsOnly(command.changes) ? happens() : rejected({ type: 'EventCancelled' })
  }
  const { event } = state
  if (command.changes.calendarId !== undefined && command.calendarOwner !== event.organizer) {
    return invalidFields([{ path: ['calendarId'], reason: 'UnknownCalendar' }])
  }
  return pipe(
    changesOf(command, event),
    E.map((changes) => [...changes, ...asksOf(policy, command, { event, changes })]),
  )
}

const cancelsOnly = (changes: EventChanges): boolean =>
  changes.status === 'Cancelled' && Object.keys(changes).length === 1

const changesOf = (
  command: Patch,
  event: CalendarEvent,
): E.Either<Rejection, readonly DomainEvent[]> => {
  const change = nextChange(command, event, command.notice)
  return pipe(
    rescheduling(command.changes, event, change),
    E.map((rescheduled) => [
      ...fieldChanges(command.changes, event, change),
      ...rescheduled,
      ...statusChange(command.changes, event, change),
    ]),
  )
}

const rescheduling = (
  { timeSlot }: EventChanges,
  event: CalendarEvent,
  change: Change,
): E.Either<Rejection, readonly DomainEvent[]> => {
  if (timeSlot === undefined) return E.right([])
  return pipe(
    mergeTime(event.time, timeSlot),
    E.map((time) =>
      sameTime(time, event.time)
        ? []
        : [{ type: 'Rescheduled', ...change, time, sequence: event.sequence + 1 }],
    ),
  )
}

const fieldChanges = (
  { title, location, body, attachments, ...rest }: EventChanges,
  event: CalendarEvent,
  change: Change,
): readonly DomainEvent[] => {
  const { showParticipantList: shown, visibility, calendarId } = rest
  const happened: DomainEvent[] = []
  if (title !== undefined && title !== event.title) {
    happened.push({ type: 'Retitled', ...change, title })
  }
  if (location !== undefined && location !== event.location) {
    happened.push({ type: 'Relocated', ...change, location })
  }
  if (body !== undefined && !sameJson(body, event.body)) {
    happened.push({ type: 'Described', ...change, body })
  }
  if (attachments !== undefined && !sameJson(attachments, event.attachments)) {
    happened.push({ type: 'AttachmentsReplaced', ...change, attachments })
  }
  if (shown !== undefined && shown !== event.showParticipantList) {
    happened.push({ type: shown ? 'ParticipantListShown' : 'ParticipantListHidden', ...change })
  }
  if (visibility !== undefined && visibility !== event.visibility) {
    happened.push({ type: 'VisibilityChanged', ...change, visibility })
  }
  if (calendarId !== undefined && calendarId !== event.calendarId) {
    happened.push({ type: 'Refiled', ...change, calendarId })
  }
  return happened
}

const statusChange = (
  { status }: EventChanges,
  event: CalendarEvent,
  change: Change,
): readonly DomainEvent[] => {
  if (status === undefined || status === event.status) return []
  const sequence = event.sequence + 1
  switch (status) {
    case 'Confirmed':
      return [{ type: 'Confirmed', ...change, sequence }]
    case 'Tentative':
      return [{ type: 'MadeTentative', ...change, sequence }]
    case 'Cancelled':
      return [{ type: 'Cancelled', ...change, sequence }]
  }
}

interface Changed {
  readonly event: CalendarEvent
  readonly changes: readonly DomainEvent[]
}

const asksOf = (
  policy: RsvpResetPolicy,
  command: Patch,
  { event, changes }: Changed,
): readonly DomainEvent[] => {
  const retried = event.lastAskedBy === command.commandId && changes.length === 0
  if (retried || changes.some(({ type }) => type === 'Cancelled')) return []
  const asked = command.notice === 'Reset'
  const reset = policy.resets({ before: event, after: applied({ event, changes }), asked })
  if (asked || (reset === 'Everyone' && changes.length > 0)) {
    return [resetOf(policy, command, { event, reset })]
  }
  const announces = command.notice === 'Update' && Object.keys(command.changes).length === 0
  return announces ? [{ type: 'UpdateAnnounced', at: command.at, askedBy: command.commandId }] : []
}

const applied = ({ event, changes }: Changed): CalendarEvent => {
  const after = changes.reduce<State>(evolve, { type: 'Scheduled', event })
  return after.type === 'Absent' ? event : after.event
}

const resetOf = (
  policy: RsvpResetPolicy,
  command: Patch,
  { event, reset }: { readonly event: CalendarEvent; readonly reset: Reset },
): DomainEvent => ({
  type: 'RsvpsReset',
  ...nextChange(command, event, command.notice),
  answers: reset === 'Everyone' ? answersOf(event) : [],
  policy: policy.name,
  cause: command.notice === 'Reset' ? 'Asked' : 'Significant',
  askedBy: command.notice === 'Reset' ? command.commandId : null,
})

const answersOf = (event: CalendarEvent) =>
  [...event.participants.values()]
    .filter(({ userId, status }) => userId !== event.organizer && status !== 'NeedsAction')
    .map(({ userId, status }) => ({ userId, status }))
