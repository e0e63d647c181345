import type { Clock, Directory, EventQueries, EventStore, Outbox } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import type { Fault, NativeOptions } from '../src/index.js'
import { bearer, nativeApi } from '../src/index.js'
import type { Exchange } from './described.js'
import { undescribed } from './described.js'

/** The stores that the contract is tried on: the same tests, whichever one serves. */
export interface Backend {
  readonly name: string
  readonly open: (clock: Clock) => Promise<OpenStore>
}

/** A store of a test's own. */
export interface OpenStore {
  readonly store: EventStore & EventQueries & Outbox
  readonly close: () => Promise<void>
}

export const backends: readonly Backend[] = [
  {
    name: 'memory',
    open: (clock) =>
      Promise.resolve({ store: memoryStore({ clock }), close: () => Promise.resolve() }),
  },
  {
    name: 'SQLite',
    open: async (clock) => {
      const store = openSqliteStore({ file: ':memory:', clock })
      return Promise.resolve({ store, close: store.close })
    },
  },
]

/** A clock that stands still until it is moved. */
const steppingClock = (start: number) => {
  const state = { now: start }
  return {
    now: () => state.now,
    advance: (ms: number) => {
      state.now += ms
    },
  }
}

const CHANNELS: ReadonlyMap<string, readonly string[]> = new Map([
  ['team', ['ann', 'bob', 'cyd']],
  ['board', ['dan', 'eve']],
])

/** Knows every user but those called `nobody...`; `team` is anyone's to assign, `board` only ann's. */
export const directory: Directory = {
  users: (_tenantId, userIds) =>
    TE.right(
      new Map(
        userIds
          .filter((userId) => !userId.startsWith('nobody'))
          .map((userId) => [
            userId,
            {
              userId,
              name: `The ${userId}`,
              email: userId === 'cyd' ? null : `${userId}@example.com`,
            },
          ]),
      ),
    ),
  assignableChannels: (_tenantId, actor, channelIds) =>
    TE.right(
      new Map(
        channelIds.flatMap((id) => {
          const members = id === 'board' && actor !== 'ann' ? undefined : CHANNELS.get(id)
          return members === undefined ? [] : [[id, members] as const]
        }),
      ),
    ),
}

/** Token `demo-<user>` or `demo-<user>@<tenant>`. */
export const demoBearer = bearer((token) => {
  const [, userId, tenantId = 'demo'] = /^demo-([^@]+)(?:@(.+))?$/.exec(token) ?? []
  return userId === undefined
    ? TE.left({ type: 'Unauthenticated' })
    : TE.right({ tenantId, userId, scopes: [] })
})

/** What a test sends. */
export interface Sending {
  readonly as?: string | null
  readonly json?: unknown
  readonly raw?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** What a test got. */
export interface Got {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the wire: tests say what they expect of it
  readonly body: any
}

export const NOW = Date.UTC(2027, 2, 8, 9)

/** The native contract on a store, with a client. */
export const serve = async (backend: Backend, options: Partial<NativeOptions> = {}) => {
  const clock = steppingClock(NOW)
  const { store, close } = await backend.open(clock)
  const calendar = createCalendar({ store, directory, clock, secret: 'a secret of tests' })
  const faults: Fault[] = []
  const api = nativeApi({
    calendar,
    directory,
    authenticate: demoBearer,
    onFault: (fault) => faults.push(fault),
    ...options,
  })
  return { api, store, close, calendar, clock, faults, ask: asking(api) }
}

/** What was said in a test. */
const heard: Exchange[] = []

// Whoever asks, the documents hold. Looked at when the test is over, since some measure how long an answer takes.
afterEach(() => {
  expect(heard.splice(0).flatMap(undescribed)).toEqual([])
})

/** A client of an API. Every request and answer is held against the documents. */
export const asking =
  (api: Hono) =>
  async (route: string, { as = 'ann', json, raw, headers = {} }: Sending = {}): Promise<Got> => {
    const [method = 'GET', path = ''] = route.split(' ')
    const body = json === undefined ? raw : JSON.stringify(json)
    const sent = {
      ...(as === null ? {} : { Authorization: `Bearer demo-${as}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    }
    const response = await api.request(path, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    heard.push({
      ...{ method, path },
      sent: { headers: new Headers(sent), body: typeof body === 'string' ? body : null },
      got: { status: response.status, headers: response.headers, text },
    })
    const isJson = response.headers.get('Content-Type')?.includes('json') === true
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? (JSON.parse(text) as unknown) : null,
    }
  }

export type Client = ReturnType<typeof asking>

export const EVENTS = '/calendar/events'

export const slot = { start: '2027-03-08T10:00:00Z', end: '2027-03-08T11:00:00Z' }

/** Creates an event and gives the answer's body. */
export const create = async (ask: Client, fields: object = {}, as = 'ann') => {
  const got = await ask(`POST ${EVENTS}`, {
    as,
    json: { title: 'Review', time_slot: slot, ...fields },
  })
  if (got.status !== 201) throw new Error(`${got.status} ${got.text}`)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- as above
  return got.body
}

/** What the tests of one backend work with; made anew for each test. */
export interface World extends Awaited<ReturnType<typeof serve>> {
  readonly messages: () => Promise<readonly string[]>
}

/**
 * Runs the same tests on every backend. A test that leaves a fault behind fails, whatever it asserts:
 * nothing a caller does may be an exception inside.
 */
export const onEveryStore = (title: string, tests: (world: () => World) => void): void => {
  describe.each(backends)(`${title} ($name)`, (backend) => {
    const current: { world?: World } = {}
    beforeEach(async () => {
      const served = await serve(backend)
      current.world = { ...served, messages: () => sentSince(served) }
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

/** The messages written since the last time, as `kind recipient`; they are taken out. */
const sentSince = async ({ store, clock }: Awaited<ReturnType<typeof serve>>) => {
  const request = { now: clock.now(), until: clock.now() + 1, limit: 1000, token: 'test' }
  const claimed = await store.claim(request)()
  if (claimed._tag === 'Left') throw new Error(claimed.left.reason)
  for (const message of claimed.right) await store.settle(message, 'test', { type: 'Delivered' })()
  return claimed.right.map(({ kind, recipient }) => `${kind} ${recipient}`).sort()
}

/** The ids of a list's items. */
export const idsIn = (got: Got): readonly string[] =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-member-access -- the wire, as above
  (got.body.items as readonly { readonly id: string }[]).map(({ id }) => id)

/** Where a refusal says that something is wrong. */
export const pointersIn = (got: Got): readonly string[] =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-member-access -- the wire, as above
  ((got.body.errors ?? []) as readonly { readonly pointer: string }[]).map(({ pointer }) => pointer)

/** What a refusal is called. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-member-access -- the wire, as above
export const codeOf = (got: Got): string => `${got.status} ${String(got.body?.code)}`
