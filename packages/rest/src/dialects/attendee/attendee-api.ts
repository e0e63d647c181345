import type { Hono } from 'hono'
import { dialectApi } from '../../kit/index.js'
import { getBot, scheduleBot } from './bots/index.js'
import { listCalendarEvents } from './list-calendar-events.js'
import type { AttendeeOptions } from './options.js'
import { attendeeParts } from './options.js'
import { refusals } from './refusals.js'
import { webhookEndpoints } from './webhooks/webhook-endpoints.js'

/**
 * attendee.dev's `GET /api/v1/calendar_events`, its bots and its webhooks over HTTP, and their document at `/api/v1/openapi.json`.
 *
 * Mounts alone or beside others, under any path: `app.route('/', api)` in Hono, `api.fetch` everywhere else.
 *
 * @see https://docs.attendee.dev/api-reference
 */
export const attendeeApi = (options: AttendeeOptions): Hono => {
  const parts = attendeeParts(options)
  return dialectApi(
    {
      prefix: '/api/v1',
      documentPath: '/api/v1/openapi.json',
      info: {
        title: 'Calendar events, as attendee.dev lists them',
        description: 'The events of all calendars of a project, by cursor.',
        version: '1',
        scheme: 'Token',
      },
      endpoints: [
        listCalendarEvents(parts),
        scheduleBot(parts),
        getBot(parts),
        ...webhookEndpoints(parts),
      ],
      refusals,
    },
    options,
  )
}
