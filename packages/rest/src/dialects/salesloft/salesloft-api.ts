import type { Hono } from 'hono'
import { dialectApi, toConsole } from '../../kit/index.js'
import { listEvents } from './list-events.js'
import type { SalesloftOptions } from './options.js'
import { refusals } from './refusals.js'

/**
 * Salesloft's `GET /v2/calendar/events` over HTTP, and its document at `/v2/calendar/openapi.json`.
 *
 * Mounts alone or beside others, under any path: `app.route('/', api)` in Hono, `api.fetch` everywhere else.
 */
export const salesloftApi = (options: SalesloftOptions): Hono => {
  const { calendar, directory, onFault = toConsole } = options
  return dialectApi(
    {
      prefix: '/v2/calendar',
      documentPath: '/v2/calendar/openapi.json',
      info: {
        title: 'Calendar events, as Salesloft lists them',
        description: 'The events of a user, paginated and filtered by date.',
        version: '2',
      },
      endpoints: [listEvents({ calendar, directory, onFault })],
      refusals,
    },
    options,
  )
}
