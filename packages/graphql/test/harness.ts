/* eslint-disable @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it */
import type { Clock, Directory, EventQueries, EventStore, Outbox } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import type { Bookmarks, Fault, GraphqlApi, GraphqlOptions, Identity } from '../src/index.js'
import { graphqlApi } from '../src/index.js'

type Store = EventStore & EventQueries & Outbox

/** The stores that the contract is tried on: the same tests, whichever one serves. */
export interface Backend {
  readonly name: string
  readonly open: (clock: Clock) => { readonly store: Store; readonly close: () => Promise<void> }
}

export const backends: readonly Backend[] = [
  {
    name: 'memory',
    open: (clock) => ({ store: memoryStore({ clock }), close: () => Promise.resolve() }),
  },
  {
    name: 'SQLite',
    open: (clock) => {
      const store = openSqliteStore({ file: ':memory:', clock })
      return { store, close: store.close }
    },
  },
]

/** Knows every user but those called `nobody...`. */
export const directory: Directory = {
  users: (_tenantId, userIds) =>
    TE.right(
      new Map(
        userIds
          .filter((userId) => !userId.startsWith('nobody'))
          .map((userId) => [
            userId,
            { userId, name: `The ${userId}`, email: `${userId}@example.com` },
          ]),
      ),
    ),
  assignableChannels: (_tenantId, _actor, channelIds) =>
    TE.right(
      new Map(channelIds.flatMap((id) => (id === 'team' ? [[id, ['ann', 'bob', 'cyd']]] : []))),
    ),
}

/** Bookmarks of a test. */
export const memoryBookmarks = (): Bookmarks => {
  const kept = new Set<string>()
  const nameOf = (userId: string, id: string) => `${userId} ${id}`
  return {
    of: ({ userId }, ids) => TE.right(new Set(ids.filter((id) => kept.has(nameOf(userId, id))))),
    toggle: ({ userId }, id) => {
      const name = nameOf(userId, id)
      if (kept.delete(name)) return TE.right('NotBookmarked')
      kept.add(name)
      return TE.right('Bookmarked')
    },
  }
}

/** Token `<user>` or `<user>@<tenant>`; users called `scopeless` come without a scope. */
const authenticate: GraphqlOptions['authenticate'] = (request) => {
  const [, userId, tenantId = 'demo'] =
    /^Bearer ([a-z0-9]+)(?:@(.+))?$/.exec(request.headers.get('Authorization') ?? '') ?? []
  if (userId === undefined || userId === 'forged') return TE.left({ type: 'Unauthenticated' })
  const identity: Identity = {
    tenantId,
    userId,
    scopes: userId === 'scopeless' ? [] : ['AUTHENTICATED'],
  }
  return TE.right(identity)
}

export const NOW = Date.UTC(2027, 2, 8, 9)

/** A clock that stands still until it is moved. */
const steppingClock = () => {
  const state = { now: NOW }
  return {
    now: () => state.now,
    advance: (ms: number) => {
      state.now += ms
    },
  }
}

/** The GraphQL facade on a store. */
export const serve = (
  backend: Backend,
  options: Partial<GraphqlOptions> & { readonly wrap?: (store: Store) => Store } = {},
) => {
  const { wrap = (store: Store) => store, ...others } = options
  const clock = steppingClock()
  const { store, close } = backend.open(clock)
  const secret = 'a secret of tests'
  const calendar = createCalendar({ store: wrap(store), directory, clock, secret })
  const faults: Fault[] = []
  const api = graphqlApi({
    calendar,
    directory,
    authenticate,
    permits: ({ userId }) => userId !== 'outcast',
    bookmarks: memoryBookmarks(),
    clock,
    secret,
    onFault: (fault) => faults.push(fault),
    ...others,
  })
  return { api, store, calendar, clock, faults, close, ask: asking(api) }
}

/** What a test got. */
export interface Got {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the wire: tests say what they expect of it
  readonly data: any
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the wire, as above
  readonly errors: any
}

/** How a test sends. */
export interface Sending {
  readonly as?: string | null
  readonly variables?: object
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

export const URL_OF_TESTS = 'http://kalends.test/graphql'

/** A client of an API. */
export const asking =
  (api: GraphqlApi) =>
  async (
    query: string,
    { as = 'ann', variables, headers = {}, body }: Sending = {},
  ): Promise<Got> => {
    const response = await api.fetch(
      new Request(URL_OF_TESTS, {
        method: 'POST',
        headers: {
          ...(as === null ? {} : { Authorization: `Bearer ${as}` }),
          'Content-Type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(body ?? { query, variables }),
      }),
    )
    const text = await response.text()
    const answer: unknown = text === '' ? {} : JSON.parse(text)
    const { data = null, errors = null } = answer as {
      readonly data?: unknown
      readonly errors?: unknown
    }
    return { status: response.status, headers: response.headers, text, data, errors }
  }

export type Client = ReturnType<typeof asking>

/** What tests of one backend work with; made anew for each. */
export type World = ReturnType<typeof serve>

/** Runs the same tests on every backend. A test that leaves a fault behind fails, whatever it asserts. */
export const onEveryStore = (title: string, tests: (world: () => World) => void): void => {
  describe.each(backends)(`${title} ($name)`, (backend) => {
    const current: { world?: World } = {}
    beforeEach(() => {
      current.world = serve(backend)
    })
    afterEach(async () => {
      expect(current.world?.faults).toEqual([])
      await current.world?.close()
    })
    tests(() => {
      if (current.world === undefined) throw new Error('outside of a test')
      return current.world
    })
  })
}

/** Writes an instant of 8 March 2027 by its hour. */
export const at = (hour: number, minute = 0): string =>
  new Date(Date.UTC(2027, 2, 8, hour, minute)).toISOString().replace('.000', '')

/** Creates an event; gives its id. */
export const create = async (
  { calendar }: Pick<World, 'calendar'>,
  fields: {
    readonly uid?: string
    readonly title?: string
    readonly start?: string
    readonly end?: string
    readonly recurrence?: readonly string[]
    readonly guests?: readonly string[]
    readonly visibility?: 'Public' | 'Participants'
    readonly showParticipantList?: boolean
    readonly allDay?: boolean
    readonly as?: string
  } = {},
): Promise<string> => {
  const { title = 'Review', start = at(10), end = at(11), guests = [], as = 'ann' } = fields
  const { uid, recurrence, visibility, showParticipantList, allDay } = fields
  const { event } = await calendar.promises.execute({
    type: 'CreateEvent',
    tenantId: 'demo',
    actor: as,
    title,
    timeSlot: { start, end, ...(allDay === undefined ? {} : { allDay }) },
    participants: guests.map((userId) => ({ userId })),
    ...(uid === undefined ? {} : { uid }),
    ...(recurrence === undefined ? {} : { recurrence }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(showParticipantList === undefined ? {} : { showParticipantList }),
  })
  return event.uid
}

/** The arguments of `getCalendarEvents` as text. */
const LIST = /* GraphQL */ `
  query List(
    $fromDate: DateTime!
    $toDate: DateTime
    $type: CalendarEventType
    $first: Int
    $after: Cursor
    $last: Int
    $before: Cursor
  ) {
    getCalendarEvents(
      fromDate: $fromDate
      toDate: $toDate
      type: $type
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`

/** Lists by `getCalendarEvents`. */
export const list = (ask: Client, variables: object, as = 'ann'): Promise<Got> =>
  ask(LIST, { as, variables: { fromDate: at(0), toDate: at(24), ...variables } })

/** The ids of a list's nodes. */
export const idsIn = (got: Got): readonly string[] =>
  (got.data.getCalendarEvents.edges as readonly { node: { id: string } }[]).map(
    ({ node }) => node.id,
  )

/** The cursors of a list's edges. */
export const cursorsIn = (got: Got): readonly string[] =>
  (got.data.getCalendarEvents.edges as readonly { cursor: string }[]).map(({ cursor }) => cursor)

/** What a refusal is called: its code, and its reason. */
export const reasonOf = (got: Got): string =>
  (got.errors as readonly { extensions: { code?: string; reason?: string } }[])
    .map(({ extensions: { code, reason } }) => [code, reason].filter(Boolean).join(' '))
    .join(', ')
