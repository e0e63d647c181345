import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CalendarEvent } from './calendar-event.js'
import type {
  Cancel,
  CancelImport,
  Command,
  Create,
  Import,
  Invite,
  RecordLanguage,
  Uninvite,
} from './command.js'
import { decideAnswer } from './decide-answer.js'
import { decideCreate } from './decide-create.js'
import { decideCancelImport, decideImport } from './decide-import.js'
import { decideCancelOccurrence } from './decide-cancel-occurrence.js'
import { decidePatchOccurrence } from './decide-occurrence.js'
import { decidePatch } from './decide-patch.js'
import { decideSplit, decideTruncate } from './decide-series.js'
import type { Decision } from './decision.js'
import { happens, invalidFields, nextChange, rejected } from './decision.js'
import { defaultLimits, type EventLimits } from './limits.js'
import type { Rejection } from './rejection.js'
import type { RsvpResetPolicy } from './reset-policy.js'
import type { State } from './state.js'
import { unknownUsers } from './unknown-users.js'

/**
 * Decides what happens when `command` meets `state`.
 *
 * Deterministic and total: the clock, ids and participants arrive inside the command. A command whose
 * effect already holds decides nothing, so a retry is harmless. Who does not participate learns
 * `NotFound`; who participates without being the organizer learns `NotOrganizer` where that matters.
 */
export const decide =
  (policy: RsvpResetPolicy, limits: EventLimits = defaultLimits) =>
  (command: Command, state: State): Decision => {
    const rules = { policy, limits }
    if (command.type === 'Create') return decideCreate(rules, command, state)
    if (command.type === 'Import') return decideImport(command, state)
    if (command.type === 'CancelImport') return decideCancelImport(command, state)
    if (state.type === 'Absent') return rejected({ type: 'NotFound' })
    if (command.type === 'RecordLanguage') return decideRecordLanguage(command, state.event)
    return pipe(
      permission(command, state.event),
      E.chain(() => precondition(command, state.event)),
      E.chain((): Decision => {
        switch (command.type) {
          case 'Patch':
            return decidePatch(rules, command, state)
          case 'Answer':
            return decideAnswer(rules, command, state)
          case 'Invite':
            return decideInvite(command, state)
          case 'Uninvite':
            return decideUninvite(command, state)
          case 'Cancel':
            return decideCancel(command, state)
          case 'PatchOccurrence':
            return decidePatchOccurrence(rules, command, state.event)
          case 'CancelOccurrence':
            return decideCancelOccurrence(rules, command, state.event)
          case 'TruncateSeries':
            return decideTruncate(command, state.event)
          case 'SplitSeries':
            return decideSplit(command, state.event)
        }
      }),
    )
  }

type Existing = Exclude<State, { type: 'Absent' }>
type ByParticipant = Exclude<Command, Create | RecordLanguage | Import | CancelImport>

const permission = (command: ByParticipant, event: CalendarEvent): E.Either<Rejection, void> => {
  if (!event.participants.has(command.actor)) return rejected({ type: 'NotFound' })
  if (command.type !== 'Answer' && command.actor !== event.organizer) {
    return rejected({ type: 'NotOrganizer' })
  }
  return E.right(undefined)
}

const precondition = (command: ByParticipant, event: CalendarEvent): E.Either<Rejection, void> =>
  command.ifRevision === null || command.ifRevision.includes(event.revision)
    ? E.right(undefined)
    : rejected({ type: 'RevisionMismatch', revision: event.revision })

const decideInvite = (command: Invite, state: Existing): Decision => {
  if (state.type === 'Cancelled') return rejected({ type: 'EventCancelled' })
  const problems = unknownUsers(command.invitees)
  if (problems.length > 0) return invalidFields(problems)
  const participants = command.invitees.users.filter((user) => !state.event.participants.has(user))
  if (participants.length === 0) return happens()
  return happens({
    type: 'ParticipantsInvited',
    ...nextChange(command, state.event, 'Update'),
    participants,
  })
}

const decideUninvite = (command: Uninvite, state: Existing): Decision => {
  if (state.type === 'Cancelled') return rejected({ type: 'EventCancelled' })
  const { event } = state
  const { userId, others = [] } = command
  if (userId === event.organizer || others.includes(event.organizer)) {
    return invalidFields([{ path: ['userId'], reason: 'OrganizerStays' }])
  }
  const participants = [userId, ...others].filter((each) => event.participants.has(each))
  if (participants.length === 0) return happens()
  return happens({
    type: 'ParticipantsUninvited',
    ...nextChange(command, event, 'Update'),
    participants,
  })
}

const decideCancel = (command: Cancel, state: Existing): Decision =>
  state.type === 'Cancelled'
    ? happens()
    : happens({
        type: 'Cancelled',
        ...nextChange(command, state.event, command.notice),
        sequence: state.event.sequence + 1,
      })

const decideRecordLanguage = (command: RecordLanguage, event: CalendarEvent): Decision => {
  const { at, language, bodyRevision } = command
  if (bodyRevision !== event.bodyRevision || event.language === language) return happens()
  return happens({ type: 'LanguageDetected', at, language, bodyRevision })
}
