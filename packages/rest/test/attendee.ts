import type { ImportEvent } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { AttendeeOptions } from '../src/index.js'
import { attendeeApi, tokenScheme } from '../src/index.js'
import type { Got, Sending, World } from './harness.js'
import { asking, directory, NOW } from './harness.js'

export const PATH = '/api/v1/calendar_events'

export const DAY = 86_400_000

/** A row as tests look at it. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly start_time: string
  readonly end_time: string
  readonly created_at: string
  readonly updated_at: string
  readonly is_deleted: boolean
  readonly [name: string]: unknown
}

const SCOPES: Readonly<Record<string, readonly string[]>> = { guest: [], reader: ['tenant:read'] }

/** `demo-<user>` or `demo-<user>@<tenant>`; `guest` may see no tenant, `reader` may only see. */
const token = tokenScheme((sent) => {
  const [, userId, tenantId = 'demo'] = /^demo-([^@]+)(?:@(.+))?$/.exec(sent) ?? []
  return userId === undefined
    ? TE.left({ type: 'Unauthenticated' })
    : TE.right({ tenantId, userId, scopes: SCOPES[userId] ?? ['tenant:read', 'tenant:bots'] })
})

/** The dialect on the store of a world. */
export const apiOf = ({ calendar, faults }: World, options: Partial<AttendeeOptions> = {}) =>
  attendeeApi({
    calendar,
    directory,
    authenticate: token,
    onFault: (fault) => faults.push(fault),
    ...options,
  })

/** A client of the dialect: gives what the listing answers to a query. */
export const listing =
  (world: World, options: Partial<AttendeeOptions> = {}) =>
  (query = '', as: string | null = 'ann', sending: Sending = {}): Promise<Got> => {
    const headers: Record<string, string> = as === null ? {} : { Authorization: `Token demo-${as}` }
    return asking(apiOf(world, options))(`GET ${PATH}?${query}`, { as: null, ...sending, headers })
  }

// eslint-disable-next-line @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it
export const rows = (got: Got): readonly Item[] => got.body.results

export const names = (got: Got): readonly string[] => rows(got).map(({ name }) => name)

/** The query of a page's neighbour; null where there is none. */
export const queryOf = (got: Got, neighbour: 'next' | 'previous'): string | null => {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment -- the wire, as above
  const url: string | null = got.body[neighbour]
  return url === null ? null : new URL(url).search.slice(1)
}

/** Follows `next` from the first page on, doing something between two pages. */
export const pages = async (
  list: (query: string) => Promise<Got>,
  query: string,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly Got[]> => {
  const all: Got[] = []
  for (let next: string | null = query; next !== null;) {
    const got = await list(next)
    if (got.status !== 200) throw new Error(`${got.status} ${got.text}`)
    all.push(got)
    next = queryOf(got, 'next')
    await between()
  }
  return all
}

/** The time of an instant, in seconds. */
export const stampOf = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

/** What an import brings, from tomorrow at nine. */
export const importing = (fields: Partial<ImportEvent> = {}): ImportEvent => ({
  type: 'ImportEvent',
  tenantId: 'demo',
  actor: 'ann',
  key: ['google-1'],
  title: 'Outside',
  status: 'Confirmed',
  time: { type: 'Timed', start: NOW + DAY, end: NOW + DAY + 3_600_000, timeZone: 'UTC' as never },
  location: null,
  body: null,
  recurrence: null,
  occurrences: [],
  source: {
    provider: 'google',
    providerId: 'google_event_123456789',
    iCalUid: 'abc@google.com',
    createdAt: null,
    updatedAt: NOW,
    sequence: 0,
    htmlLink: null,
    conferenceUrl: 'https://meet.google.com/abc-defg-hij',
    transparency: 'Opaque',
    organizer: null,
    creator: null,
    attendees: [
      {
        email: 'user1@example.com',
        name: 'John Doe',
        status: 'Accepted',
        organizer: false,
      },
    ],
    extendedProperties: null,
    raw: { google_event_data: '...' },
  },
  ...fields,
})
