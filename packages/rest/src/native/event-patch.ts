import type { Body, EventChanges } from '@kalends/core'
import type * as t from 'io-ts'
import { closed, described, flag, named, nullable, refined, text } from '../wire/index.js'
import { Attachments } from './attachment.js'
import { BodyPatch } from './body-patch.js'
import { Notification, Status, Visibility } from './enums.js'
import type { NativeLimits } from './options.js'
import { RecurrenceLines } from './recurrence.js'
import { Id } from './texts.js'
import { TimeSlotPatch } from './time-slot.js'

/** A merge patch of an event, or of an occurrence, which takes less of it. */
export const eventPatch = ({ patchTitleLength }: NativeLimits) =>
  named(
    'CalendarEventPatch',
    refined(
      closed(
        {},
        {
          title: text({ min: 1, max: patchTitleLength }),
          time_slot: TimeSlotPatch,
          location: nullable(text({ min: 0, max: 1000 })),
          body: nullable(BodyPatch),
          attachments: Attachments,
          status: Status,
          show_participant_list: flag,
          visibility: Visibility,
          calendar_id: Id,
          recurrence: nullable(RecurrenceLines),
          participants_notification: described(Notification, { default: 'UPDATE_NOTIFICATION' }),
        },
      ),
      ({ status, participants_notification: notice }) =>
        status === 'Cancelled' && notice === 'Reset'
          ? [
              {
                path: ['participants_notification'],
                detail: 'must not be RESET_NOTIFICATION when the event is cancelled',
              },
            ]
          : [],
    ),
  )

/** A decoded patch. */
export type EventPatch = t.TypeOf<ReturnType<typeof eventPatch>>

/** What a patch does to the description, once it was merged. */
export interface NewBody {
  readonly body?: Body | null
}

/** What a patch changes and whom it is told, as core's commands have it. */
export const changesOf = (
  {
    time_slot: timeSlot,
    show_participant_list: showParticipantList,
    calendar_id: calendarId,
    participants_notification: notice,
    body: _merged,
    ...same
  }: EventPatch,
  body: NewBody,
) => {
  const changes: EventChanges = {
    ...same,
    ...body,
    ...(timeSlot === undefined ? {} : { timeSlot }),
    ...(showParticipantList === undefined ? {} : { showParticipantList }),
    ...(calendarId === undefined ? {} : { calendarId }),
  }
  return { changes, ...(notice === undefined ? {} : { notice }) }
}
