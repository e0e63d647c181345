import type { Instant } from '../time/index.js'
import type {
  Attachment,
  Body,
  ParticipationStatus,
  Recurrence,
  Visibility,
} from './calendar-event.js'
import type { Classification } from './event-kind.js'
import type { EventTime } from './event-time.js'
import type { ImportSource } from './import-source.js'
import type { ImportedFields, ImportedOccurrence } from './imported-fields.js'
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
  /** RRULE, RDATE and EXDATE lines; null: the event takes place once. */
  readonly recurrence?: Recurrence | null
}

/** What a patch of one occurrence changes; what it leaves out stays. */
export type OccurrenceChanges = Pick<
  EventChanges,
  'title' | 'timeSlot' | 'location' | 'body' | 'attachments' | 'status'
>

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
  readonly recurrence: Recurrence | null
  readonly invitees: Invitees
  /** What it is when it is no meeting. */
  readonly classification?: Classification
}

/** Changes an event; a reset or an update notice alone is a patch too. */
export interface Patch extends Asked, Precondition {
  readonly type: 'Patch'
  readonly changes: EventChanges
  readonly notice: Notice
  /**
   * The time that `changes.timeSlot` is merged onto, where it is not the event's: the event then moves as far as that would.
   */
  readonly onto?: EventTime
  /** Whom `changes.calendarId` belongs to; null when it names none or an unknown calendar. */
  readonly calendarOwner: UserId | null
}

/** The actor answers the invitation. */
export interface AnswerInvitation extends Asked, Precondition {
  readonly type: 'Answer'
  readonly status: ParticipationStatus
  readonly comment: string | null
  /** Which occurrence of a series, as wires write it; null for all that were not answered on their own. */
  readonly recurrenceId: string | null
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
  /** Who else leaves in the same revision. */
  readonly others?: readonly UserId[]
}

/** The organizer cancels the event. */
export interface Cancel extends Asked, Precondition {
  readonly type: 'Cancel'
  readonly notice: 'Nobody' | 'Update'
}

/** The organizer changes one occurrence of a series; `recurrenceId` as wires write it. */
export interface PatchOccurrence extends Asked, Precondition {
  readonly type: 'PatchOccurrence'
  readonly recurrenceId: string
  readonly changes: OccurrenceChanges
  readonly notice: Notice
}

/** The organizer cancels one occurrence of a series. */
export interface CancelOccurrence extends Asked, Precondition {
  readonly type: 'CancelOccurrence'
  readonly recurrenceId: string
  readonly notice: 'Nobody' | 'Update'
}

/** The organizer ends a series before one of its occurrences. */
export interface TruncateSeries extends Asked, Precondition {
  readonly type: 'TruncateSeries'
  readonly recurrenceId: string
  readonly notice: 'Nobody' | 'Update'
}

/**
 * The organizer lets a series go on as another event, `followedBy`, from one of its occurrences on. Decides what happens
 * to the series that was, nothing at its first occurrence; `splitOff` says how the other begins.
 */
export interface SplitSeries extends Asked, Precondition {
  readonly type: 'SplitSeries'
  readonly recurrenceId: string
  readonly followedBy: Uid
  readonly notice: Notice
}

/** A detector's finding about the body written by `bodyRevision`. */
export interface RecordLanguage extends Asked {
  readonly type: 'RecordLanguage'
  readonly language: string
  readonly bodyRevision: number
}

/** Takes over an event of an outside calendar, with the actor as its organizer here. */
export interface Import extends Asked, ImportedFields {
  readonly type: 'Import'
  readonly uid: Uid
  readonly calendarId: CalendarId
  /** Whom the calendar belongs to; null when it does not exist. */
  readonly calendarOwner: UserId | null
  readonly recurrence: Recurrence | null
  /** Each of them is one of the recurrence set, and none comes twice. */
  readonly occurrences: readonly ImportedOccurrence[]
  readonly source: ImportSource
}

/** The provider of an imported event says that it is gone. */
export interface CancelImport extends Asked {
  readonly type: 'CancelImport'
  /** Whom the calendar belongs to; null when it does not exist. */
  readonly calendarOwner: UserId | null
  /** When the provider said so; null when that is not known. */
  readonly updatedAt: Instant | null
}

/** What can be asked of a calendar event. Clock, ids, actor and participants are already inside. */
export type Command =
  | Create
  | Patch
  | AnswerInvitation
  | Invite
  | Uninvite
  | Cancel
  | PatchOccurrence
  | CancelOccurrence
  | TruncateSeries
  | SplitSeries
  | RecordLanguage
  | Import
  | CancelImport
