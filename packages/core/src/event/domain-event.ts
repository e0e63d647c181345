import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { InstantFromStamp } from '../time/index.js'
import type { EventKind } from './event-kind.js'
import { EventSourceCodec, ImportSourceCodec } from './event-source-codec.js'
import { EventTimeCodec } from './event-time.js'
import { nullable } from './nullable.js'
import { RecurrenceId } from './recurrence-id.js'

/** @see ParticipationStatus */
export const ParticipationStatusCodec = t.keyof({
  NeedsAction: null,
  Accepted: null,
  Declined: null,
  Tentative: null,
})

/** @see Visibility */
export const VisibilityCodec = t.keyof({ Participants: null, Public: null })

const KnownKind = t.keyof({
  Meeting: null,
  LiveSession: null,
  LiveSessionSpot: null,
  External: null,
  Other: null,
})

/** Reads a kind that was stored by a later version as `Other`. @see EventKind */
export const EventKindCodec = new t.Type<EventKind, string>(
  'EventKind',
  KnownKind.is,
  (u, context) =>
    pipe(
      t.string.validate(u, context),
      E.map((kind) => (KnownKind.is(kind) ? kind : 'Other')),
    ),
  (kind) => kind,
)

/** @see SpotRef */
export const SpotRefCodec = t.type({ trainingId: t.string, bucketId: t.string, spotId: t.string })

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

/** @see Answer */
export const AnswerCodec = t.type({
  status: ParticipationStatusCodec,
  comment: nullable(t.string),
  at: InstantFromStamp,
  revision: t.number,
  sequence: t.number,
})

const standing = { status: ParticipationStatusCodec, answer: nullable(AnswerCodec) }

/** How `Participation` is stored: the occurrences as a list. */
export const StoredParticipation = t.type({
  userId: t.string,
  ...standing,
  occurrences: t.readonlyArray(t.type({ recurrenceId: RecurrenceId, ...standing })),
})

/** @see Recurrence */
export const RecurrenceCodec = t.readonlyArray(t.string)

/** How an `Override` is stored: beside its id. */
export const StoredOverride = t.intersection([
  t.type({ recurrenceId: RecurrenceId }),
  t.partial({
    title: t.string,
    status: t.keyof({ Confirmed: null, Tentative: null, Cancelled: null }),
    time: EventTimeCodec,
    location: nullable(t.string),
    body: nullable(BodyCodec),
    attachments: t.readonlyArray(AttachmentCodec),
    resetRevision: t.number,
    source: EventSourceCodec,
  }),
])

/** An occurrence that an import changed: what differs there. */
const ImportedOverride = t.intersection([
  t.type({ recurrenceId: RecurrenceId, source: ImportSourceCodec }),
  t.partial({
    title: t.string,
    status: t.keyof({ Confirmed: null, Tentative: null, Cancelled: null }),
    time: EventTimeCodec,
    location: nullable(t.string),
    body: nullable(BodyCodec),
  }),
])

const at = InstantFromStamp

/** What an organizer's change says beside what changed: the revision it made, and whether in silence. */
const change = { at, revision: t.number, silent: t.boolean }

/** A change of one occurrence. */
const occurrenceChange = { ...change, recurrenceId: RecurrenceId }

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
  happened('RecurrenceChanged', {
    ...change,
    recurrence: nullable(RecurrenceCodec),
    sequence: t.number,
  }),
  /** The series begins at another time, or lasts longer or shorter: its exceptions move as far on the clock. */
  happened('SeriesMoved', {
    ...change,
    time: EventTimeCodec,
    recurrence: RecurrenceCodec,
    /** How far the start moved on the clock, in seconds. */
    shiftSeconds: t.number,
    sequence: t.number,
  }),
  /** Changes of and answers to occurrences that the series no longer has. */
  happened('ExceptionsDropped', { ...change, recurrenceIds: t.readonlyArray(RecurrenceId) }),
  happened('OccurrenceRetitled', { ...occurrenceChange, title: t.string }),
  happened('OccurrenceMoved', { ...occurrenceChange, time: EventTimeCodec, sequence: t.number }),
  happened('OccurrenceRelocated', { ...occurrenceChange, location: nullable(t.string) }),
  happened('OccurrenceDescribed', { ...occurrenceChange, body: nullable(BodyCodec) }),
  happened('OccurrenceAttachmentsReplaced', {
    ...occurrenceChange,
    attachments: t.readonlyArray(AttachmentCodec),
  }),
  happened('OccurrenceConfirmed', { ...occurrenceChange, sequence: t.number }),
  happened('OccurrenceMadeTentative', { ...occurrenceChange, sequence: t.number }),
  happened('OccurrenceCancelled', { ...occurrenceChange, sequence: t.number }),
  happened('OccurrenceAnswered', {
    at,
    userId: t.string,
    recurrenceId: RecurrenceId,
    status: ParticipationStatusCodec,
    comment: nullable(t.string),
    /** The revision and sequence that were answered. */
    revision: t.number,
    sequence: t.number,
  }),
  happened('OccurrenceRsvpsReset', {
    ...change,
    /** The occurrences that are asked about anew. */
    recurrenceIds: t.readonlyArray(RecurrenceId),
    /** The answers that no longer hold, by whom they were. */
    answers: t.readonlyArray(
      t.type({ userId: t.string, recurrenceId: RecurrenceId, status: ParticipationStatusCodec }),
    ),
    policy: t.string,
    cause: t.keyof({ Asked: null, Significant: null }),
    askedBy: nullable(t.string),
  }),
  /** From `recurrenceId` on the series goes on as another event, `followedBy`. */
  happened('SeriesSplit', {
    ...change,
    recurrenceId: RecurrenceId,
    followedBy: t.string,
    recurrence: RecurrenceCodec,
    sequence: t.number,
  }),
  /** The series ends before `recurrenceId`. */
  happened('SeriesTruncated', {
    ...change,
    recurrenceId: RecurrenceId,
    recurrence: RecurrenceCodec,
    sequence: t.number,
  }),
  /** The first domain event of a series that goes on where another was split. */
  happened('SplitOff', {
    at,
    uid: t.string,
    splitFrom: t.string,
    /** Where it was split, in the other series. */
    recurrenceId: RecurrenceId,
    calendarId: t.string,
    organizer: t.string,
    title: t.string,
    status: t.keyof({ Confirmed: null, Tentative: null }),
    time: EventTimeCodec,
    location: nullable(t.string),
    body: nullable(BodyCodec),
    language: nullable(t.string),
    attachments: t.readonlyArray(AttachmentCodec),
    showParticipantList: t.boolean,
    visibility: VisibilityCodec,
    participants: t.readonlyArray(StoredParticipation),
    recurrence: RecurrenceCodec,
    overrides: t.readonlyArray(StoredOverride),
    sequence: t.number,
  }),
  /**
   * The event as its provider has it: the first one makes it. All that was taken over is in it; `source` and those of
   * `occurrences` hold personal data: addresses, and `raw`, what the provider sent.
   */
  happened('Imported', {
    at,
    revision: t.number,
    sequence: t.number,
    uid: t.string,
    calendarId: t.string,
    organizer: t.string,
    title: t.string,
    status: t.keyof({ Confirmed: null, Tentative: null, Cancelled: null }),
    time: EventTimeCodec,
    location: nullable(t.string),
    body: nullable(BodyCodec),
    /** That of the event: this one's where the body is new. */
    bodyRevision: t.number,
    recurrence: nullable(RecurrenceCodec),
    occurrences: t.readonlyArray(ImportedOverride),
    source: ImportSourceCodec,
  }),
  /** What the event is, where it is no meeting. */
  happened('Classified', { at, kind: EventKindCodec, spot: nullable(SpotRefCodec) }),
  /** The provider says that the event is gone, and when it said so. */
  happened('ImportCancelled', {
    at,
    revision: t.number,
    sequence: t.number,
    updatedAt: nullable(InstantFromStamp),
  }),
])

/** A fact about a calendar event, past tense, told apart by `type`. */
export type DomainEvent = t.TypeOf<typeof DomainEventCodec>
