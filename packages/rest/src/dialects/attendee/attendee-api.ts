import type { Hono } from 'hono'
import { dialectApi } from '../../kit/index.js'
import { listCalendarEvents } from './list-calendar-events.js'
import type { AttendeeOptions } from './options.js'
import { attendeeParts } from './options.js'
import { refusals } from './refusals.js'

/**
 * attendee.dev's `GET /api/v1/calendar_events` over HTTP, and its document at `/api/v1/openapi.json`.
 *
 * Mounts alone or beside others, under any path: `app.route('/', api)` in Hono, `api.fetch` everywhere else.
 *
 * @see https://docs.attendee.dev/api-reference
 */
export const attendeeApi = (options: AttendeeOptions): Hono =>
  dialectApi(
    {
      prefix: '/api/v1',
      documentPath: '/api/v1/openapi.json',
      info: {
        title: 'Calendar events, as attendee.dev lists them',
        description: 'The events of all calendars of a project, by cursor.',
        version: '1',
        scheme: 'Token',
      },
      endpoints: [listCalendarEvents(attendeeParts(options))],
      refusals,
    },
    options,
  )
