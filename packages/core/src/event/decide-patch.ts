import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CalendarEvent } from './calendar-event.js'
import type { EventChanges, Patch } from './command.js'
import { decideTime } from './decide-time.js'
import type { Change, Decision, Rules } from './decision.js'
import { happens, invalidFields, nextChange, rejected } from './decision.js'
import type { DomainEvent } from './domain-event.js'
import type { EventLimits } from './limits.js'
import type { Rejection } from './rejection.js'
import { asksOf } from './resets.js'
import { sameJson } from './same-json.js'
import type { State } from './state.js'

type Existing = Exclude<State, { type: 'Absent' }>

/**
 * Decides a merge patch by the organizer: one domain event for each thing that really changes, all
 * of one revision; then the resets that the policy finds; a cancellation last.
 *
 * A patch that changes nothing and asks for nothing decides nothing.
 */
export const decidePatch = (rules: Rules, command: Patch, state: Existing): Decision => {
  if (state.type === 'Cancelled') {
    return cancelsOnly(command.changes) ? happens() : rejected({ type: 'EventCancelled' })
  }
  const { event } = state
  if (command.changes.calendarId !== undefined && command.calendarOwner !== event.organizer) {
    return invalidFields([{ path: ['calendarId'], reason: 'UnknownCalendar' }])
  }
  return pipe(
    changesOf(command, event, rules.limits),
    E.map((changes) => [
      ...changes,
      ...asksOf(rules, command, { event, changes, occurrence: null }),
    ]),
  )
}

const cancelsOnly = (changes: EventChanges): boolean =>
  changes.status === 'Cancelled' && Object.keys(changes).length === 1

const changesOf = (
  command: Patch,
  event: CalendarEvent,
  limits: EventLimits,
): E.Either<Rejection, readonly DomainEvent[]> => {
  const change = nextChange(command, event, command.notice)
  return pipe(
    decideTime(command, event, limits),
    E.map((retimed) => [
      ...fieldChanges(command.changes, event, change),
      ...retimed,
      ...statusChange(command.changes, event, change),
    ]),
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
