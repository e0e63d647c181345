import type { Directory, EventQueries, EventStore } from '@kalends/core'
import { createCalendar, DAY_MS, openDirectory } from '@kalends/core'
import { calendarBookmarks, graphqlApi } from '@kalends/graphql'
import { attendeeApi, bearer, nativeApi, salesloftApi, tokenScheme } from '@kalends/rest'
import { memoryStore } from '@kalends/storage-memory'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { Hono } from 'hono'

const SECRET = 'the secret of the facades, 32 and more'

/** Every facade over one store, as the server mounts them. */
export const facadesOver = (store: EventStore & EventQueries) => {
  const calendar = createCalendar({ store, directory, secret: SECRET })
  const parts = { calendar, directory, authenticate: bearer(known), onFault: thrown }
  const graphql = graphqlApi({
    ...parts,
    secret: SECRET,
    bookmarks: calendarBookmarks(calendar),
    // Laws ask for all rows at once, of any year.
    limits: { pageSizeMax: 1000, cost: 1_000_000, horizonYears: 200 },
  })
  const app = new Hono()
  app.all('/graphql', (context) => graphql.fetch(context.req.raw))
  app.route('/', salesloftApi(parts))
  const syncWindow = { backMs: 200_000 * DAY_MS, aheadMs: 200_000 * DAY_MS }
  app.route('/', attendeeApi({ ...parts, authenticate: tokenScheme(known), syncWindow }))
  app.route('/', nativeApi({ ...parts, limits: { pageLimitMax: 1000 } }))
  return { calendar, ask: asking(app) }
}

/** Every facade over an empty store of its own. */
export const openFacades = () => {
  const store = memoryStore()
  return { store, ...facadesOver(store) }
}

/** Whom a request is of, as `user@tenant`. */
export interface Sent {
  readonly as: string
  /** Of GraphQL: the document and its variables. */
  readonly json?: object
}

/** What was answered. */
export interface Answer {
  readonly status: number
  readonly text: string
}

/** Sends a request: `GET /calendar/events?...`. */
export type AskFacade = (route: string, sent: Sent) => Promise<Answer>

const asking =
  (app: Hono): AskFacade =>
  async (route, { as, json }) => {
    const [method = '', path = ''] = route.split(' ')
    const scheme = path.startsWith('/api/v1') ? 'Token' : 'Bearer'
    const response = await app.request(path, {
      method,
      headers: { Authorization: `${scheme} ${as}`, 'Content-Type': 'application/json' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    return { status: response.status, text: await response.text() }
  }

const known = (token: string) => {
  const [userId = '', tenantId = ''] = token.split('@')
  return TE.right({ tenantId, userId, scopes: ['AUTHENTICATED', 'tenant:read'] })
}

const thrown = (fault: { readonly cause: unknown }): never => {
  throw fault.cause
}

/** What a user is called, and nobody else. */
const nameOf = (userId: string): string => `The name of ${userId}.`

/** Where a user is written to. */
export const addressOf = (userId: string): string => `${userId}@example.com`

const directory: Directory = {
  ...openDirectory,
  users: (_tenantId, userIds) =>
    TE.right(
      new Map(
        userIds.map((userId) => [
          userId,
          { userId, name: nameOf(userId), email: addressOf(userId) },
        ]),
      ),
    ),
}
