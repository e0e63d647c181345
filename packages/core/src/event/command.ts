import type { Instant } from '../time/index.js'
import type { Attachment, Body, ParticipationStatus, Visibility } from './calendar-event.js'
import type { EventTime } from './event-time.js'
import type { CalendarId, Uid, UserId } from './ids.js'
import type { TimeSlot } from './time-slot.js'

/** What every command carries: who asks, when, under which identity. */
export interface Asked {
  readonly actor: UserId
  readonly at: Instant
  /** Makes the command idempotent: the store runs one id once. */
  readonly commandId: string
}

/** The revisions the caller is willing to change; none given means any. */
export interface Precondition {
  readonly ifRevision: readonly number[] | null
}

/** Participants as the directory resolved them: `users` are distinct and known. */
export interface Invitees {
  readonly users: readonly UserId[]
  /** Listed users the directory does not know, with their place in the list. */
  readonly unknown: readonly { readonly index: number; readonly userId: UserId }[]
}

/**
 * Whom an organizer's change is told: nobody, everyone but the actor, or everyone with their answers
 * asked for again. `Default` is what a patch means that does not say: `Update`, but no ask by itself.
 */
export type Notice = 'Default' | 'Nobody' | 'Update' | 'Reset'

/** What a patch changes; what it leaves out stays. */
export interface EventChanges {
  readonly title?: string
  readonly timeSlot?: TimeSlot
  readonly location?: string | null
  readonly body?: Body | null
  readonly attachments?: readonly Attachment[]
  readonly status?: 'Confirmed' | 'Tentative' | 'Cancelled'
  readonly showParticipantList?: boolean
  readonly visibility?: Visibility
  readonly calendarId?: CalendarId
  /** Null: the event does not recur, which holds of every event as yet. */
  readonly recurrence?: null
}

/** Creates an event with the actor as its organizer. */
export interface Create extends Asked {
  readonly type: 'Create'
  readonly uid: Uid
  readonly calendarId: CalendarId
  /** Whom the calendar belongs to; null when it does not exist. */
  readonly calendarOwner: UserId | null
  readonly title: string
  readonly time: EventTime
  readonly status: 'Confirmed' | 'Tentative'
  readonly location: string | null
  readonly body: Body | null
  readonly attachments: readonly Attachment[]
  readonly showParticipantList: boolean
  readonly visibility: Visibility
  readonly invitees: Invitees
}

/** Changes an event; a reset or an update notice alone is a patch too. */
export interface Patch extends Asked, Precondition {
  readonly type: 'Patch'
  readonly changes: EventChanges
  readonly notice: Notice
  /** Whom `changes.calendarId` belongs to; null when it names none or an unknown calendar. */
  readonly calendarOwner: UserId | null
}

/** The actor answers the invitation. */
export interface AnswerInvitation extends Asked, Precondition {
  readonly type: 'Answer'
  readonly status: ParticipationStatus
  readonly comment: string | null
  /** The revision the actor saw; null for the current one. */
  readonly seenRevision: number | null
  /** Set for an iTIP REPLY: a late one is discarded, as RFC 5546 section 2.1.5 asks. */
  readonly reply: { readonly sequence: number; readonly stamp: Instant } | null
}

/** The organizer invites more participants. */
export interface Invite extends Asked, Precondition {
  readonly type: 'Invite'
  readonly invitees: Invitees
}

/** The organizer takes one participant out. */
export interface Uninvite extends Asked, Precondition {
  readonly type: 'Uninvite'
  readonly userId: UserId
}

/** The organizer cancels the event. */
export interface Cancel extends Asked, Precondition {
  readonly type: 'Cancel'
  readonly notice: 'Nobody' | 'Update'
}

/** A detector's finding about the body written by `bodyRevision`. */
export interface RecordLanguage extends Asked {
  readonly type: 'RecordLanguage'
  readonly language: string
  readonly bodyRevision: number
}

/** What can be asked of a calendar event. Clock, ids, actor and participants are already inside. */
export type Command =
  Create | Patch | AnswerInvitation | Invite | Uninvite | Cancel | RecordLanguage
