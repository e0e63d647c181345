import { participantsShown } from '@kalends/core'
import type { CalendarEvent, Participation, ParticipationStatus } from '@kalends/core'
import type { Names } from '../../kit/index.js'
import { closed, described, flag, listOf, named, nullable, oneOf, text } from '../../wire/index.js'
import { stamp, StampText } from './stamp.js'

const Status = oneOf(
  ['needsAction', 'NeedsAction'],
  ['accepted', 'Accepted'],
  ['declined', 'Declined'],
  ['tentative', 'Tentative'],
)

/** Who takes part in an event, and who did. */
export const Attendees = listOf(
  named(
    'CalendarEventAttendee',
    closed(
      {
        status_changed: described(flag, { description: 'Whether the status ever changed.' }),
        status: Status,
        organizer: flag,
        name: nullable(text({ min: 0 })),
        email: nullable(text({ min: 0 })),
        deleted_at: described(nullable(StampText), { description: 'When they were removed.' }),
      },
      {},
    ),
  ),
)

interface Attendee {
  readonly status_changed: boolean
  readonly status: ParticipationStatus
  readonly organizer: boolean
  readonly name: string | null
  readonly email: string | null
  readonly deleted_at: string | null
}

/**
 * The attendees of an event for `viewer`, those that were removed last.
 *
 * Those of an imported event are its provider's, and whoever was invited here beside them.
 */
export const attendeesOf = (event: CalendarEvent, viewer: string, names: Names) => {
  const outside = outsideOf(event)
  const emails = new Set(outside.map(({ email }) => email?.toLowerCase()))
  const own = [...participantsOf(event, viewer, names), ...removedOf(event, viewer, names)].filter(
    ({ organizer, email }) =>
      outside.length === 0 || !(organizer || emails.has(email?.toLowerCase() ?? '')),
  )
  return [...outside, ...own]
    .toSorted((a, b) => Number(a.deleted_at !== null) - Number(b.deleted_at !== null))
    .map((each) => ({ ...each, status: Status.encode(each.status) }))
}

const outsideOf = ({ source }: CalendarEvent): readonly Attendee[] =>
  (source?.attendees ?? []).map(
    ({ statusChanged, removedAt, status, organizer, name, email }): Attendee => ({
      status_changed: statusChanged,
      status,
      organizer,
      name,
      email,
      deleted_at: removedAt === null ? null : stamp(removedAt),
    }),
  )

const participantsOf = (event: CalendarEvent, viewer: string, names: Names): readonly Attendee[] =>
  participantsShown(event, viewer).map((each) => ({
    status_changed: hasChanged(event, each),
    status: each.status,
    organizer: each.userId === event.organizer,
    ...person(names, each.userId),
    deleted_at: null,
  }))

/** The organizer is there from the start, and accepts by that. */
const hasChanged = (event: CalendarEvent, { userId, status, answer }: Participation): boolean =>
  userId === event.organizer
    ? status !== 'Accepted' || (answer !== null && answer.at > event.createdAt)
    : answer !== null

const removedOf = (event: CalendarEvent, viewer: string, names: Names): readonly Attendee[] =>
  event.showParticipantList || viewer === event.organizer
    ? (event.removed ?? []).map(({ userId, status, answered, at }) => ({
        status_changed: answered,
        status,
        organizer: false,
        ...person(names, userId),
        deleted_at: stamp(at),
      }))
    : []

const person = (names: Names, userId: string) => {
  const { name = null, email = null } = names(userId)
  return { name, email }
}
