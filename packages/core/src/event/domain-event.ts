import * as t from 'io-ts'
import { InstantFromStamp } from '../time/index.js'
import { EventTimeCodec } from './event-time.js'
import { nullable } from './nullable.js'

/** @see ParticipationStatus */
export const ParticipationStatusCodec = t.keyof({
  NeedsAction: null,
  Accepted: null,
  Declined: null,
  Tentative: null,
})

/** @see Visibility */
export const VisibilityCodec = t.keyof({ Participants: null, Public: null })

/** @see Body */
export const BodyCodec = t.union([
  t.type({ format: t.keyof({ Plain: null, Html: null }), content: t.string }),
  t.type({ format: t.literal('Delta'), content: t.type({ ops: t.readonlyArray(t.unknown) }) }),
])

/** @see Attachment */
export const AttachmentCodec = t.type({
  name: t.string,
  url: t.string,
  mimeType: nullable(t.string),
  sizeBytes: nullable(t.number),
})

const at = InstantFromStamp

/** What an organizer's change says beside what changed: the revision it made, and whether in silence. */
const change = { at, revision: t.number, silent: t.boolean }

const happened = <T extends string, P extends t.Props>(type: T, props: P) =>
  t.type({ type: t.literal(type), ...props })

/**
 * What can happen to a calendar event, as the log stores it.
 *
 * This is the storage format: cases are added, a stored one is never changed. Several events of one
 * command share its `revision`. Users are named by id only.
 */
export const DomainEventCodec = t.union([
  happened('Created', {
    at,
    uid: t.string,
    calendarId: t.string,
    organizer: t.string,
    title: t.string,
    status: t.keyof({ Confirmed: null, Tentative: null }),
    time: EventTimeCodec,
    location: nullable(t.string),
    body: nullable(BodyCodec),
    attachments: t.readonlyArray(AttachmentCodec),
    showParticipantList: t.boolean,
    visibility: VisibilityCodec,
    participants: t.readonlyArray(t.string),
  }),
  happened('Retitled', { ...change, title: t.string }),
  happened('Rescheduled', { ...change, time: EventTimeCodec, sequence: t.number }),
  happened('Relocated', { ...change, location: nullable(t.string) }),
  happened('Described', { ...change, body: nullable(BodyCodec) }),
  happened('AttachmentsReplaced', { ...change, attachments: t.readonlyArray(AttachmentCodec) }),
  happened('ParticipantListShown', change),
  happened('ParticipantListHidden', change),
  happened('VisibilityChanged', { ...change, visibility: VisibilityCodec }),
  happened('Refiled', { ...change, calendarId: t.string }),
  happened('Confirmed', { ...change, sequence: t.number }),
  happened('MadeTentative', { ...change, sequence: t.number }),
  happened('Cancelled', { ...change, sequence: t.number }),
  happened('ParticipantsInvited', { ...change, participants: t.readonlyArray(t.string) }),
  happened('ParticipantsUninvited', { ...change, participants: t.readonlyArray(t.string) }),
  happened('RsvpsReset', {
    ...change,
    /** The answers that no longer hold, by whom they were. */
    answers: t.readonlyArray(t.type({ userId: t.string, status: ParticipationStatusCodec })),
    policy: t.string,
    /** Whether the caller asked for it, or the policy found the change significant. */
    cause: t.keyof({ Asked: null, Significant: null }),
    askedBy: nullable(t.string),
  }),
  happened('UpdateAnnounced', { at, askedBy: t.string }),
  happened('Answered', {
    at,
    userId: t.string,
    status: ParticipationStatusCodec,
    comment: nullable(t.string),
    /** The revision and sequence that were answered. */
    revision: t.number,
    sequence: t.number,
  }),
  happened('LanguageDetected', { at, language: t.string, bodyRevision: t.number }),
])

/** A fact about a calendar event, past tense, told apart by `type`. */
export type DomainEvent = t.TypeOf<typeof DomainEventCodec>
