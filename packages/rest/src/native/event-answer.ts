import type { CalendarEvent, EventSummary, EventTime } from '@kalends/core'
import {
  formatInstantUtc,
  formatInZone,
  occurrenceId,
  participantsShown,
  zoneOf,
} from '@kalends/core'
import type * as t from 'io-ts'
import { closed, described, flag, listOf, named, nullable, text, whole } from '../wire/index.js'
import { AttachmentAnswer, attachmentAnswer } from './attachment.js'
import { BodyAnswer, bodyAnswer } from './body.js'
import type { BodyFormat } from './enums.js'
import { RsvpStatus, Status, Visibility } from './enums.js'
import { ParticipantAnswer, userFields } from './participants.js'
import type { Names } from '../kit/index.js'
import { RecurrenceLines } from './recurrence.js'
import { RecurrenceIdText } from './recurrence-id.js'
import { Id } from './texts.js'
import { TimeSlotAnswer } from './time-slot.js'

const Stamp = described(text({ min: 1, max: 64 }), { format: 'date-time' })

const commonFields = {
  id: described(Id, {
    description: 'Of the event; of the occurrence where it is one of a series.',
  }),
  series_id: described(nullable(Id), {
    description: 'Of an occurrence: the id of its series. Null for an event.',
  }),
  recurrence_id: nullable(RecurrenceIdText),
  calendar_id: Id,
  title: text({ min: 1 }),
  status: Status,
  time_slot: TimeSlotAnswer,
  location: nullable(text({ min: 0 })),
  show_participant_list: flag,
  recurrence: described(nullable(RecurrenceLines), {
    description: 'Of a series: the lines as they were written. Null for an occurrence.',
  }),
  language: nullable(
    described(text({ min: 1, max: 200 }), { description: 'BCP 47, once it was detected.' }),
  ),
  visibility: Visibility,
  revision: described(whole(1), {
    description: 'How often the organizer changed the event, from 1.',
  }),
  sequence: described(whole(0), { description: 'As RFC 5546 section 2.1.4 counts.' }),
  created_at: Stamp,
  updated_at: Stamp,
}

/** An event, as answers say it. */
export const EventAnswer = named(
  'CalendarEvent',
  closed(
    {
      ...commonFields,
      body: described(nullable(listOf(BodyAnswer)), {
        description: 'One entry for each format asked for.',
      }),
      attachments: listOf(AttachmentAnswer),
      participants: described(listOf(ParticipantAnswer), {
        description:
          'The organizer first. Where the list is hidden, others see only themselves and the organizer.',
      }),
    },
    {},
  ),
)

/** An event in a list. */
export const EventItem = named(
  'CalendarEventSummary',
  closed(
    {
      ...commonFields,
      organizer: named('Organizer', closed({ user_id: Id }, userFields)),
      rsvp_status: described(RsvpStatus, { description: "The caller's own answer." }),
      participants_count: described(nullable(whole(1)), {
        description: 'Null for all but the organizer where the list is hidden.',
      }),
    },
    {},
  ),
)

/** For whom an answer is, with the names it needs. */
export interface Shown {
  readonly viewer: string
  readonly names: Names
  readonly formats: readonly t.TypeOf<typeof BodyFormat>[]
  /** Which occurrence the event is, as `printRecurrenceId` writes it; left out for an event. */
  readonly recurrenceId?: string | null
}

/** Writes an event for one viewer. */
export const eventAnswer = (
  event: CalendarEvent,
  { viewer, names, formats, recurrenceId = null }: Shown,
): t.OutputOf<typeof EventAnswer> => ({
  ...common(event, recurrenceId),
  body: bodyAnswer(event.body, formats),
  attachments: event.attachments.map(attachmentAnswer),
  participants: participantsShown(event, viewer).map(({ userId, status, answer }) => ({
    user_id: userId,
    ...names(userId),
    rsvp_status: RsvpStatus.encode(status),
    is_organizer: userId === event.organizer,
    ...(answer?.status === status ? { responded_at: formatInstantUtc(answer.at) } : {}),
  })),
})

/** What lists show of an event; of an occurrence, when it is told which. */
export const commonAnswer = (event: EventSummary, recurrenceId: string | null = null) =>
  common(event, recurrenceId)

type Common = Omit<EventSummary, 'participantsCount' | 'organizer'>

const common = (event: Common, recurrenceId: string | null) => ({
  id: recurrenceId === null ? event.uid : occurrenceId(event.uid, recurrenceId),
  series_id: recurrenceId === null ? null : event.uid,
  recurrence_id: recurrenceId,
  calendar_id: event.calendarId,
  title: event.title,
  status: Status.encode(event.status),
  time_slot: timeSlotAnswer(event.time),
  location: event.location,
  show_participant_list: event.showParticipantList,
  recurrence: recurrenceId === null ? event.recurrence : null,
  language: event.language,
  visibility: Visibility.encode(event.visibility),
  revision: event.revision,
  sequence: event.sequence,
  created_at: formatInstantUtc(event.createdAt),
  updated_at: formatInstantUtc(event.updatedAt),
})

/** When an event takes place, with the offset of its zone; an all-day one as dates. */
const timeSlotAnswer = (time: EventTime): t.OutputOf<typeof TimeSlotAnswer> => {
  if (time.type === 'AllDay') {
    return { start: time.start, end: time.end, time_zone: time.timeZone, all_day: true }
  }
  const zone = zoneOf(time.timeZone)
  return {
    start: formatInZone(time.start, zone),
    end: formatInZone(time.end, zone),
    time_zone: time.timeZone,
    all_day: false,
  }
}
