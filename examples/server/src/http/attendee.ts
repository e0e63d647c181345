import { attendeeApi } from '@kalends/rest'
import type { Hono } from 'hono'
import type { AppParts } from './app-parts.js'

/** The dialect of attendee.dev, under `/api/v1`. */
export const attendeeOf = ({
  calendar,
  directory,
  webhooks,
  authenticateToken,
  log,
  publicUrl,
}: AppParts): Hono =>
  attendeeApi({
    calendar,
    directory,
    webhooks,
    authenticate: authenticateToken,
    ...(publicUrl === null ? {} : { baseUrl: publicUrl }),
    onFault: ({ cause, method, path }) =>
      log.error({ method, path, err: cause instanceof Error ? cause : { cause } }, 'fault'),
  })
