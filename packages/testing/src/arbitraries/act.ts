import type { Asked, CalendarEvent, Command, EventChanges, Notice, UserId } from '@kalends/core'
import * as fc from 'fast-check'
import { timeSlot } from './event-time.js'
import type { Night } from './night.js'
import { record } from './record.js'
import { attachments, body, someText } from './text.js'

/** The users that histories are about; `zoe` takes part in nothing. */
export const users = ['ann', 'bob', 'cyd', 'dan'] as const satisfies readonly UserId[]

/** Something done to an event: what it means is known when it is done. */
export type Act = (event: CalendarEvent, asked: Omit<Asked, 'actor'>) => Command

const STATUSES = ['NeedsAction', 'Accepted', 'Declined', 'Tentative'] as const

/** Any act, most of them such as the event's state allows. */
export const act = (night: Night): fc.Arbitrary<Act> =>
  fc.oneof(
    { arbitrary: patches(night), weight: 8 },
    { arbitrary: answers(), weight: 8 },
    { arbitrary: replies(), weight: 1 },
    { arbitrary: resets(), weight: 2 },
    { arbitrary: announcements(), weight: 1 },
    { arbitrary: invitations(), weight: 2 },
    { arbitrary: exclusions(), weight: 2 },
    { arbitrary: cancellations(), weight: 1 },
    { arbitrary: detections(), weight: 1 },
    { arbitrary: intrusions(), weight: 1 },
  )

const patches = (night: Night): fc.Arbitrary<Act> =>
  record({
    changes: changes(night),
    notice: fc.constantFrom<Notice[]>('Default', 'Default', 'Update', 'Nobody', 'Reset'),
  }).map(({ changes, notice }) => patching(changes, notice))

/** One change, now and then several. */
export const changes = (night: Night): fc.Arbitrary<EventChanges> =>
  fc
    .array<EventChanges>(
      fc.oneof(
        { arbitrary: record({ timeSlot: timeSlot(night) }), weight: 4 },
        { arbitrary: record({ title: someText() }), weight: 2 },
        record({ location: fc.option(someText()) }),
        record({ body: fc.option(body()) }),
        record({ attachments: attachments() }),
        record({ showParticipantList: fc.boolean() }),
        record({ visibility: fc.constantFrom('Participants', 'Public') }),
        record({ status: fc.constantFrom('Confirmed', 'Tentative', 'Cancelled') }),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.reduce((all, part) => ({ ...all, ...part }), {}))

const patching =
  (changed: EventChanges, notice: Notice): Act =>
  (event, asked) => ({
    type: 'Patch',
    ...asked,
    actor: event.organizer,
    ifRevision: null,
    changes: changed,
    notice,
    calendarOwner: null,
  })

const resets = (): fc.Arbitrary<Act> => fc.constant(patching({}, 'Reset'))

const announcements = (): fc.Arbitrary<Act> => fc.constant(patching({}, 'Update'))

const answers = (): fc.Arbitrary<Act> =>
  record({
    who: fc.nat(9),
    status: fc.constantFrom(...STATUSES),
    comment: fc.constantFrom(null, null, 'late', 'no'),
    revisionsAgo: fc.constantFrom(null, null, null, 0, 1, 2),
  }).map(({ who, revisionsAgo, ...said }): Act => (event, asked) => ({
    type: 'Answer',
    ...asked,
    ...said,
    actor: participant(event, who),
    ifRevision: null,
    recurrenceId: null,
    seenRevision: revisionsAgo === null ? null : Math.max(1, event.revision - revisionsAgo),
    reply: null,
  }))

const replies = (): fc.Arbitrary<Act> =>
  record({
    who: fc.nat(9),
    status: fc.constantFrom(...STATUSES),
    sequencesAgo: fc.constantFrom(0, 1),
    lateMs: fc.constantFrom(0, 1, 100_000),
  }).map(({ who, status, sequencesAgo, lateMs }): Act => (event, asked) => ({
    type: 'Answer',
    ...asked,
    status,
    comment: null,
    actor: participant(event, who),
    ifRevision: null,
    recurrenceId: null,
    seenRevision: null,
    reply: { sequence: event.sequence - sequencesAgo, stamp: asked.at - lateMs },
  }))

const invitations = (): fc.Arbitrary<Act> =>
  fc.subarray([...users], { minLength: 1 }).map((invited): Act => (event, asked) => ({
    type: 'Invite',
    ...asked,
    actor: event.organizer,
    ifRevision: [event.revision],
    invitees: { users: invited, unknown: [] },
  }))

const exclusions = (): fc.Arbitrary<Act> =>
  fc.nat(9).map((who): Act => (event, asked) => ({
    type: 'Uninvite',
    ...asked,
    actor: event.organizer,
    ifRevision: null,
    userId: participant(event, who),
  }))

const cancellations = (): fc.Arbitrary<Act> =>
  fc.constantFrom('Nobody', 'Update').map((notice): Act => (event, asked) => ({
    type: 'Cancel',
    ...asked,
    actor: event.organizer,
    ifRevision: null,
    notice,
  }))

const detections = (): fc.Arbitrary<Act> =>
  record({ language: fc.constantFrom('de', 'en'), late: fc.constantFrom(0, 0, 0, 1) }).map(
    ({ language, late }): Act =>
      (event, asked) => ({
        type: 'RecordLanguage',
        ...asked,
        actor: 'detector',
        language,
        bodyRevision: event.bodyRevision - late,
      }),
  )

/** What nobody may do: a stranger's patch, and a guest's. */
const intrusions = (): fc.Arbitrary<Act> =>
  fc.constantFrom('zoe', ...users).map((actor): Act => (event, asked) => ({
    ...patching({ title: 'Mine now' }, 'Nobody')(event, asked),
    actor,
  }))

const participant = (event: CalendarEvent, who: number): UserId => {
  const all = [...event.participants.keys()]
  return all[who % all.length] ?? event.organizer
}
