import type {
  Attachment,
  Body,
  CalendarId,
  ChannelId,
  EventChanges,
  ImportedFields,
  ImportedOccurrence,
  ImportSource,
  OccurrenceChanges,
  ParticipationStatus,
  Recurrence,
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
  /** RRULE, RDATE and EXDATE lines; left out or null: the event takes place once. */
  readonly recurrence?: Recurrence | null
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

/**
 * Changes one occurrence of a series of the actor's. `recurrenceId` is what wires call it: `20270308T140000Z`, or
 * `20270308` when the series is all-day.
 */
export interface PatchOccurrence extends Envelope, Precondition {
  readonly type: 'PatchOccurrence'
  readonly uid: Uid
  readonly recurrenceId: string
  readonly changes: OccurrenceChanges
  readonly notice?: 'Nobody' | 'Update' | 'Reset'
}

/**
 * Changes one occurrence of a series and all that follow it: the series ends before it and goes on as another event,
 * `newUid`, with the changes. At the first occurrence it is a patch of the series.
 */
export interface SplitSeries extends Envelope, Precondition {
  readonly type: 'SplitSeries'
  readonly uid: Uid
  readonly recurrenceId: string
  readonly newUid?: Uid
  readonly changes: EventChanges
  readonly notice?: 'Nobody' | 'Update' | 'Reset'
}

/** Cancels one occurrence of a series of the actor's; again does nothing. */
export interface CancelOccurrence extends Envelope, Precondition {
  readonly type: 'CancelOccurrence'
  readonly uid: Uid
  readonly recurrenceId: string
  readonly notice?: 'Nobody' | 'Update'
}

/** Cancels one occurrence of a series and all that follow it; at the first one, the series. */
export interface TruncateSeries extends Envelope, Precondition {
  readonly type: 'TruncateSeries'
  readonly uid: Uid
  readonly recurrenceId: string
  readonly notice?: 'Nobody' | 'Update'
}

/**
 * The actor answers an invitation; `seenRevision` defaults to the current one. With a `recurrenceId` the answer is to
 * that occurrence alone.
 */
export interface AnswerEvent extends Envelope, Precondition {
  readonly type: 'AnswerEvent'
  readonly uid: Uid
  readonly status: ParticipationStatus
  readonly comment?: string | null
  readonly recurrenceId?: string
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

/** Takes participants out of an event of the actor's, all or none; who does not participate is left alone. */
export interface UninviteParticipant extends Envelope, Precondition {
  readonly type: 'UninviteParticipant'
  readonly uid: Uid
  readonly userId: UserId
  /** Who else leaves in the same revision; bounded like the users of an invitation. */
  readonly others?: readonly UserId[]
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

/**
 * Takes over an event of an outside calendar into one of the actor's, which is its organizer here: a single, or a whole
 * series with all that differs in it. Tells nobody, and resets no answer.
 *
 * `key` names it within the calendar, for all time: the provider's id and iCalendar UID, or whatever of them is stable;
 * `importedUid` says what it is called here. The same key again makes the event what the provider has, also where it was changed
 * here: not when that is older (`source.updatedAt`), and not when nothing differs.
 */
export interface ImportEvent extends Envelope, ImportedFields {
  readonly type: 'ImportEvent'
  /** Left out: the actor's primary calendar. */
  readonly calendarId?: CalendarId
  readonly key: readonly string[]
  readonly recurrence: Recurrence | null
  readonly occurrences: readonly ImportedOccurrence[]
  readonly source: ImportSource
}

/**
 * Cancels what was imported under a key, where a provider only says that it is gone; again does nothing, nor when that is older
 * than what is there. An import that is not older brings the event back.
 */
export interface CancelImported extends Envelope {
  readonly type: 'CancelImported'
  /** Left out: the actor's primary calendar. */
  readonly calendarId?: CalendarId
  readonly key: readonly string[]
  /** When the provider says it went; left out or null: not known. */
  readonly updatedAt?: Instant | null
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
  | PatchOccurrence
  | SplitSeries
  | CancelOccurrence
  | TruncateSeries
  | RecordLanguage
  | ImportEvent
  | CancelImported

/** Opens a calendar of the actor's own, beside the primary one that everybody has. */
export interface OpenCalendar extends Envelope {
  readonly type: 'OpenCalendar'
  readonly calendarId: CalendarId
  readonly name: string
  readonly timeZone: string
  /** The name of a reset policy; left out or null: what the service does by default. */
  readonly resetPolicy?: string | null
  /** What the host knows it by: of one calendar in the tenant at a time. Left out or null: none. */
  readonly deduplicationKey?: string | null
}

/** Changes a calendar of the actor's, also the primary one; what is left out stays. */
export interface ChangeCalendar extends Envelope {
  readonly type: 'ChangeCalendar'
  readonly calendarId: CalendarId
  readonly name?: string
  readonly timeZone?: string
  /** The name of a reset policy; null: what the service does by default. */
  readonly resetPolicy?: string | null
  /** What the host knows it by: of one calendar in the tenant at a time. Null: none. */
  readonly deduplicationKey?: string | null
  /** Whether its provider can be reached, for the host to say. Webhooks are told of it. */
  readonly connection?: 'Connected' | 'Disconnected'
}

/** What embedders may ask of calendars. */
export type CalendarAsk = OpenCalendar | ChangeCalendar
