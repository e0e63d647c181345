import type { Instant } from '../time/index.js'
import type { EventKind, SpotRef } from './event-kind.js'
import type { EventRaw, EventSource } from './event-source.js'
import type { EventTime } from './event-time.js'
import type { CalendarId, Uid, UserId } from './ids.js'
import type { RecurrenceId } from './recurrence-id.js'

/** Whether the event takes place. @see https://www.rfc-editor.org/rfc/rfc8984#section-5.1.3 */
export type EventStatus = 'Confirmed' | 'Tentative' | 'Cancelled'

/** A participant's answer to the invitation. @see https://www.rfc-editor.org/rfc/rfc8984#section-4.4.6 */
export type ParticipationStatus = 'NeedsAction' | 'Accepted' | 'Declined' | 'Tentative'

/** Who may see the event: its participants, or every authenticated user of the tenant. */
export type Visibility = 'Participants' | 'Public'

/** The description, in the format its author wrote. May hold personal data. */
export type Body =
  | { readonly format: 'Plain' | 'Html'; readonly content: string }
  | { readonly format: 'Delta'; readonly content: { readonly ops: readonly unknown[] } }

/** A file beside the event: a link, never the bytes. `sizeBytes` as its owner states it. */
export interface Attachment {
  readonly name: string
  readonly url: string
  readonly mimeType: string | null
  readonly sizeBytes: number | null
}

/** What a participant last said, and about which revision. */
export interface Answer {
  readonly status: ParticipationStatus
  readonly comment: string | null
  readonly at: Instant
  readonly revision: number
  readonly sequence: number
}

/**
 * Where a participant stands: `status` is what holds now. It differs from `answer.status` after a reset, and
 * when the answer was given to a revision older than the last reset.
 */
export interface Standing {
  readonly status: ParticipationStatus
  readonly answer: Answer | null
}

/**
 * One user's part in an event; in a series, in all its occurrences but those in `occurrences`, which were
 * answered or reset on their own.
 */
export interface Participation extends Standing {
  readonly userId: UserId
  readonly occurrences: ReadonlyMap<RecurrenceId, Standing>
}

/** Who was a participant and was uninvited: where they stood then, and when that was. */
export interface RemovedParticipant {
  readonly userId: UserId
  readonly status: ParticipationStatus
  /** Whether they had ever answered. */
  readonly answered: boolean
  readonly at: Instant
}

/**
 * How an event repeats: RRULE, RDATE and EXDATE content lines, as their author wrote them. DTSTART is the start
 * of the event.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5
 */
export type Recurrence = readonly string[]

/**
 * What differs in one occurrence from its series; what is left out is as the series has it. A `Cancelled` one does not take
 * place.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-4.3.5
 */
export interface Override {
  readonly title?: string
  readonly status?: EventStatus
  readonly time?: EventTime
  readonly location?: string | null
  readonly body?: Body | null
  readonly attachments?: readonly Attachment[]
  /** The revision of the last reset of this occurrence alone. */
  readonly resetRevision?: number
  /** Where it comes from, when the provider of an imported series changed it. */
  readonly source?: EventSource
}

/**
 * A calendar event as folding its stream yields it.
 *
 * `revision` counts organizer changes from 1; `sequence` follows RFC 5546 section 2.1.4 from 0.
 * Answers raise neither. The organizer is always among the participants.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-5.1
 */
export interface CalendarEvent {
  readonly uid: Uid
  readonly calendarId: CalendarId
  readonly organizer: UserId
  readonly title: string
  readonly status: EventStatus
  readonly time: EventTime
  readonly location: string | null
  readonly body: Body | null
  /** The revision that wrote `body`: a language detected for an older one is ignored. */
  readonly bodyRevision: number
  /** BCP 47 tag of the body's language, once detected. */
  readonly language: string | null
  readonly attachments: readonly Attachment[]
  readonly showParticipantList: boolean
  readonly visibility: Visibility
  readonly participants: ReadonlyMap<UserId, Participation>
  /** Who was uninvited and not invited again, the last of them last; left out while there is nobody. */
  readonly removed?: readonly RemovedParticipant[]
  /** Left out for a meeting, and for an imported event: `kindOf` tells. */
  readonly kind?: EventKind
  /** Which spot a `LiveSessionSpot` is; left out for every other event. */
  readonly spot?: SpotRef
  /** Null when the event takes place once. */
  readonly recurrence: Recurrence | null
  /** The changed and cancelled occurrences of a series. Every id is one of its recurrence set. */
  readonly overrides: ReadonlyMap<RecurrenceId, Override>
  /** The series this one continues since it was split. */
  readonly splitFrom: Uid | null
  /** Where it was imported from; null for an event that was made here. */
  readonly source: EventSource | null
  /** What the provider sent; null for an event that was made here. */
  readonly raw: EventRaw | null
  readonly revision: number
  readonly sequence: number
  /** The revision of the last reset; 0 when answers were never reset. */
  readonly resetRevision: number
  /** The last command that asked for an act without changing anything, so that its retry is harmless. */
  readonly lastAskedBy: string | null
  readonly createdAt: Instant
  /** When the organizer last changed something. */
  readonly updatedAt: Instant
}
