import type { Bot, TenantEvent } from '@kalends/core'
import { meetingUrl } from '@kalends/core'
import type { Names } from '../../kit/index.js'
import { anything, closed, flag, listOf, named, nullable, text } from '../../wire/index.js'
import { attendeesOf } from './attendees.js'
import { BotItem, botAnswer } from './bots/index.js'
import { providerIds } from './imported-ids.js'
import { stamp } from './stamp.js'
import { calendarIdText, eventIdText } from './wire-ids.js'

const TEXT = text({ min: 0 })

/** One row of the listing. */
export const EventItem = named(
  'CalendarEvent',
  closed(
    {
      id: TEXT,
      calendar_id: TEXT,
      platform_uuid: TEXT,
      meeting_url: nullable(TEXT),
      name: TEXT,
      start_time: TEXT,
      end_time: TEXT,
      is_deleted: flag,
      attendees: listOf(closed({ email: nullable(TEXT), name: nullable(TEXT) }, {})),
      ical_uid: nullable(TEXT),
      raw: anything,
      bots: listOf(BotItem),
      created_at: TEXT,
      updated_at: TEXT,
    },
    {},
  ),
)

/** What is known beside a row: what users are called, and its bots. */
export interface BesideRow {
  readonly names: Names
  readonly bots: readonly Bot[]
}

/** A row as answers write it. */
export const eventAnswer = (row: TenantEvent, { names, bots }: BesideRow) => {
  const { event, recurrenceId, start, end, createdAt, updatedAt } = row
  return {
    id: eventIdText({ uid: event.uid, recurrenceId }),
    calendar_id: calendarIdText(event.calendarId),
    meeting_url: meetingUrl(event),
    name: event.title,
    start_time: stamp(start, 'Short'),
    end_time: stamp(end, 'Short'),
    is_deleted: event.status === 'Cancelled',
    attendees: attendeesOf(event, names),
    ...providerIds(row),
    raw: event.raw?.event ?? null,
    bots: bots.map(botAnswer),
    created_at: stamp(createdAt, 'Full'),
    updated_at: stamp(updatedAt, 'Full'),
  }
}
