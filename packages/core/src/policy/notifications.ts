import type { CalendarEvent, DomainEvent, State, UserId } from '../event/index.js'

/** What a message tells its recipient. */
export type MessageKind = 'Invitation' | 'Update' | 'Reinvitation' | 'Cancellation'

/** One message to one recipient, about one revision of an event. */
export interface Message {
  readonly kind: MessageKind
  readonly recipient: UserId
  readonly uid: string
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
 * re-invitation, update. None to the actor, none about a silent change, none about answers.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5546#section-3.2
 */
export const planNotifications = (happening: Happening): readonly Message[] => {
  if (happening.after.type === 'Absent') return []
  const { event } = happening.after
  const kinds = new Map<UserId, MessageKind>()
  for (const happened of happening.happened) {
    for (const [recipient, kind] of addressed(happened, event)) {
      const earlier = kinds.get(recipient)
      if (earlier === undefined || GRAVITY[kind] > GRAVITY[earlier]) kinds.set(recipient, kind)
    }
  }
  if (happening.actor !== null) kinds.delete(happening.actor)
  const { uid, revision, sequence } = event
  return [...kinds].map(([recipient, kind]) => ({ kind, recipient, uid, revision, sequence }))
}

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
      return these(happened.participants, 'Invitation')
    case 'ParticipantsInvited':
      return these(happened.participants, 'Invitation')
    case 'ParticipantsUninvited':
      return these(happened.participants, 'Cancellation')
    case 'Cancelled':
      return everyone('Cancellation')
    case 'RsvpsReset':
      return everyone('Reinvitation')
    case 'Answered':
    case 'LanguageDetected':
      return []
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
      return everyone('Update')
  }
}
