import type { CalendarEvent, DomainEvent, RecurrenceId, State, UserId } from '../event/index.js'
import { printRecurrenceId } from '../event/index.js'

/** What a message tells its recipient. */
export type MessageKind = 'Invitation' | 'Update' | 'Reinvitation' | 'Cancellation'

/** One message to one recipient, about one revision of an event or of one of its occurrences. */
export interface Message {
  readonly kind: MessageKind
  readonly recipient: UserId
  readonly uid: string
  /** The occurrence, as wires write it; null when the message is about the event with all its occurrences. */
  readonly recurrenceId: string | null
  readonly revision: number
  readonly sequence: number
}

/** What one command did to an event. */
export interface Happening {
  readonly actor: UserId | null
  readonly happened: readonly DomainEvent[]
  readonly after: State
}

/**
 * Plans who is told what about the domain events of one command.
 *
 * At most one message a recipient, the gravest that concerns them: cancellation, then invitation,
 * re-invitation, update. It is about one occurrence when nothing else concerns them. None to the actor, none about a
 * silent change, none about answers or imports.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5546#section-3.2
 */
export const planNotifications = (happening: Happening): readonly Message[] => {
  if (happening.after.type === 'Absent') return []
  const { event } = happening.after
  const planned = new Map<UserId, Planned>()
  for (const happened of happening.happened) {
    const occurrence = occurrenceIn(happened)
    for (const [recipient, kind] of addressed(happened, event)) {
      planned.set(recipient, both(planned.get(recipient), { kind, occurrence }))
    }
  }
  if (happening.actor !== null) planned.delete(happening.actor)
  if (event.kind === 'LiveSessionSpot') withoutOnlookers(planned, event)
  const { uid, revision, sequence } = event
  return [...planned].map(([recipient, { kind, occurrence }]) => {
    const recurrenceId = occurrence === null ? null : printRecurrenceId(occurrence, event.time)
    return { kind, recipient, uid, recurrenceId, revision, sequence }
  })
}

/** To whom a spot is only offered, nobody writes each time that it comes and goes. */
const withoutOnlookers = (planned: Map<UserId, Planned>, event: CalendarEvent): void => {
  for (const recipient of planned.keys()) {
    const status = event.participants.get(recipient)?.status
    if (status !== 'Accepted' || recipient === event.organizer) planned.delete(recipient)
  }
}

interface Planned {
  readonly kind: MessageKind
  readonly occurrence: RecurrenceId | null
}

const both = (earlier: Planned | undefined, later: Planned): Planned => {
  if (earlier === undefined) return later
  const { kind } = GRAVITY[later.kind] > GRAVITY[earlier.kind] ? later : earlier
  return { kind, occurrence: later.occurrence === earlier.occurrence ? later.occurrence : null }
}

/** The one occurrence that a change was about. */
const occurrenceIn = (happened: DomainEvent): RecurrenceId | null => {
  if (happened.type === 'OccurrenceRsvpsReset') return onlyOne(happened.recurrenceIds)
  const isSeries = happened.type === 'SeriesTruncated' || happened.type === 'SeriesSplit'
  return 'recurrenceId' in happened && !isSeries ? happened.recurrenceId : null
}

const onlyOne = ([first, second]: readonly RecurrenceId[]): RecurrenceId | null =>
  first === undefined || second !== undefined ? null : first

const GRAVITY: Readonly<Record<MessageKind, number>> = {
  Update: 0,
  Reinvitation: 1,
  Invitation: 2,
  Cancellation: 3,
}

type Addressed = readonly (readonly [UserId, MessageKind])[]

const addressed = (happened: DomainEvent, event: CalendarEvent): Addressed => {
  const everyone = (kind: MessageKind): Addressed =>
    [...event.participants.keys()].map((userId) => [userId, kind] as const)
  const these = (users: readonly UserId[], kind: MessageKind): Addressed =>
    users.map((userId) => [userId, kind] as const)
  if ('silent' in happened && happened.silent) return []
  switch (happened.type) {
    case 'Created':
    case 'ParticipantsInvited':
      return these(happened.participants, 'Invitation')
    case 'ParticipantsUninvited':
      return these(happened.participants, 'Cancellation')
    case 'Cancelled':
    case 'OccurrenceCancelled':
      return everyone('Cancellation')
    case 'RsvpsReset':
    case 'OccurrenceRsvpsReset':
      return everyone('Reinvitation')
    case 'Answered':
    case 'OccurrenceAnswered':
    case 'LanguageDetected':
    case 'Classified':
    case 'SeriesSplit':
    case 'SplitOff':
    case 'Imported':
    case 'ImportCancelled':
      return []
    case 'RecurrenceChanged':
      // The first revision is the invitation.
      return happened.revision === 1 ? [] : everyone('Update')
    case 'Retitled':
    case 'Rescheduled':
    case 'Relocated':
    case 'Described':
    case 'AttachmentsReplaced':
    case 'ParticipantListShown':
    case 'ParticipantListHidden':
    case 'VisibilityChanged':
    case 'Refiled':
    case 'Confirmed':
    case 'MadeTentative':
    case 'UpdateAnnounced':
    case 'SeriesMoved':
    case 'ExceptionsDropped':
    case 'SeriesTruncated':
    case 'OccurrenceRetitled':
    case 'OccurrenceMoved':
    case 'OccurrenceRelocated':
    case 'OccurrenceDescribed':
    case 'OccurrenceAttachmentsReplaced':
    case 'OccurrenceConfirmed':
    case 'OccurrenceMadeTentative':
      return everyone('Update')
  }
}
