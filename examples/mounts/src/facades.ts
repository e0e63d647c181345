import type { CalendarService, Directory } from '@kalends/core'
import { calendarBookmarks, graphqlApi } from '@kalends/graphql'
import type { Identity } from '@kalends/rest'
import { attendeeApi, bearer, nativeApi, salesloftApi, tokenScheme } from '@kalends/rest'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { Hono } from 'hono'

/** A handler of the Fetch API: what every framework here is given. */
export interface FetchHandler {
  readonly fetch: (request: Request) => Response | Promise<Response>
}

/** What the facades are served with. */
export interface Parts {
  readonly calendar: CalendarService
  readonly directory: Directory
}

export type Facade = keyof typeof facades

/** Facades under one base path, alone or together: `/a/b/calendar`, `/a/b/v2/calendar`, `/a/b/api/v1`, `/a/b/graphql`. */
export const facadesAt = (
  base: string,
  parts: Parts,
  names: readonly Facade[] = ['native', 'salesloft', 'attendee', 'graphql'],
): Hono => {
  const app = new Hono()
  for (const name of names) app.route(base, facades[name](parts))
  return app
}

/** The token is the user: a host of its own checks it here. */
const identityOf = (token: string): TE.TaskEither<{ readonly type: 'Unauthenticated' }, Identity> =>
  TE.right({ tenantId: 'acme', userId: token, scopes: ['AUTHENTICATED', 'tenant:read'] })

const authenticate = bearer(identityOf)

const facades = {
  native: (parts: Parts) => nativeApi({ ...parts, authenticate }),
  salesloft: (parts: Parts) => salesloftApi({ ...parts, authenticate }),
  attendee: (parts: Parts) => attendeeApi({ ...parts, authenticate: tokenScheme(identityOf) }),
  graphql: (parts: Parts) => {
    const bookmarks = calendarBookmarks(parts.calendar)
    const api = graphqlApi({ ...parts, authenticate, bookmarks })
    return new Hono().all('/graphql', ({ req }) => api.fetch(req.raw))
  },
} as const
