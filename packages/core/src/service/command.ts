import type {
  Attachment,
  Body,
  CalendarId,
  ChannelId,
  EventChanges,
  ParticipationStatus,
  TenantId,
  TimeSlot,
  Uid,
  UserId,
  Visibility,
} from '../event/index.js'
import type { Instant } from '../time/index.js'

/**
 * What every command says about itself.
 *
 * `commandId` makes it idempotent for its actor: the same id again does nothing and gives the first
 * result. `correlationId` and `causationId` are kept in the log beside what happens.
 */
export interface Envelope {
  readonly tenantId: TenantId
  readonly actor: UserId
  readonly commandId?: string
  readonly correlationId?: string
  readonly causationId?: string
}

/** The revisions the caller is willing to change; left out, any. */
interface Precondition {
  readonly ifRevision?: readonly number[]
}

/** A user to invite, or a channel whose members are invited as they are at that moment. */
export type ParticipantRef = { readonly userId: UserId } | { readonly channelId: ChannelId }

/**
 * Creates an event organized by the actor, in the actor's primary calendar unless `calendarId` says
 * otherwise. The same `uid` again, by the same organizer, gives the stored event and tells nobody.
 */
export interface CreateEvent extends Envelope {
  readonly type: 'CreateEvent'
  readonly uid?: Uid
  readonly calendarId?: CalendarId
  readonly title: string
  readonly timeSlot: TimeSlot
  readonly status?: 'Confirmed' | 'Tentative'
  readonly location?: string | null
  readonly body?: Body | null
  readonly attachments?: readonly Attachment[]
  readonly showParticipantList?: boolean
  readonly visibility?: Visibility
  readonly participants?: readonly ParticipantRef[]
}

/**
 * Changes an event of the actor's; what `changes` leaves out stays.
 *
 * `notice` defaults to telling everyone. `Update` or `Reset` without changes are asks of their own.
 */
export interface PatchEvent extends Envelope, Precondition {
  readonly type: 'PatchEvent'
  readonly uid: Uid
  readonly changes: EventChanges
  readonly notice?: 'Nobody' | 'Update' | 'Reset'
}

/** Asks every participant for their answer again. */
export interface ResetAnswers extends Envelope, Precondition {
  readonly type: 'ResetAnswers'
  readonly uid: Uid
}

/** The actor answers an invitation; `seenRevision` defaults to the current one. */
export interface AnswerEvent extends Envelope, Precondition {
  readonly type: 'AnswerEvent'
  readonly uid: Uid
  readonly status: ParticipationStatus
  readonly comment?: string | null
  readonly seenRevision?: number
  /** Set for an iTIP REPLY, which is discarded when it arrives late. */
  readonly reply?: { readonly sequence: number; readonly stamp: Instant }
}

/** Invites more participants to an event of the actor's; who participates already is left alone. */
export interface InviteParticipants extends Envelope, Precondition {
  readonly type: 'InviteParticipants'
  readonly uid: Uid
  readonly participants: readonly ParticipantRef[]
}

/** Takes one participant out of an event of the actor's; who does not participate is left alone. */
export interface UninviteParticipant extends Envelope, Precondition {
  readonly type: 'UninviteParticipant'
  readonly uid: Uid
  readonly userId: UserId
}

/** Cancels an event of the actor's; again does nothing. */
export interface CancelEvent extends Envelope, Precondition {
  readonly type: 'CancelEvent'
  readonly uid: Uid
  readonly notice?: 'Nobody' | 'Update'
}

/** Records what a detector, named by `actor`, found about the body that `bodyRevision` wrote. */
export interface RecordLanguage extends Envelope {
  readonly type: 'RecordLanguage'
  readonly uid: Uid
  readonly language: string
  readonly bodyRevision: number
}

/** What embedders may ask of calendar events. */
export type EventCommand =
  | CreateEvent
  | PatchEvent
  | ResetAnswers
  | AnswerEvent
  | InviteParticipants
  | UninviteParticipant
  | CancelEvent
  | RecordLanguage

/** Opens a calendar of the actor's own, beside the primary one that everybody has. */
export interface OpenCalendar extends Envelope {
  readonly type: 'OpenCalendar'
  readonly calendarId: CalendarId
  readonly name: string
  readonly timeZone: string
}

/** Changes a calendar of the actor's; what is left out stays. */
export interface ChangeCalendar extends Envelope {
  readonly type: 'ChangeCalendar'
  readonly calendarId: CalendarId
  readonly name?: string
  readonly timeZone?: string
}

/** What embedders may ask of calendars. */
export type CalendarAsk = OpenCalendar | ChangeCalendar
