import type { Instant, TenantEvent } from '@kalends/core'
import type { Names } from '../../kit/index.js'
import {
  anyObject,
  anything,
  closed,
  flag,
  listOf,
  named,
  nullable,
  text,
} from '../../wire/index.js'
import { attendeesOf } from './attendees.js'
import { botsOf } from './bots-of.js'
import { providerIds } from './imported-ids.js'
import { meetingUrl } from './meeting-url.js'
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
      bots: listOf(anyObject),
      created_at: TEXT,
      updated_at: TEXT,
    },
    {},
  ),
)

/** A row as answers write it. */
export const eventAnswer = (row: TenantEvent, names: Names) => {
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
    bots: botsOf(row),
    created_at: stamp(createdAt, 'Full'),
    updated_at: stamp(updatedAt, 'Full'),
  }
}

/** In microseconds, which are left out of a short one where there are none. */
const stamp = (instant: Instant, length: 'Short' | 'Full'): string => {
  const text = new Date(instant).toISOString().replace('Z', '000Z')
  return length === 'Short' ? text.replace('.000000Z', 'Z') : text
}
