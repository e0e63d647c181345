import type { Clock, OutboxMessage } from '@kalends/core'
import { createCalendar, createWebhooks } from '@kalends/core'
import type { AnnounceChangesOptions, DeliverOutboxOptions, Runner } from '@kalends/runners'
import { announceChanges, deliverOutbox, webhookSink } from '@kalends/runners'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { attendeeApi, tokenScheme } from '../src/index.js'
import type { Got, Sending } from './harness.js'
import { asking, directory } from './harness.js'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** The stores on which webhooks are tried. */
export const webhookStores = [
  ['memory', (clock: Clock) => ({ store: memoryStore({ clock }), close: () => Promise.resolve() })],
  [
    'SQLite',
    (clock: Clock) => {
      const store = openSqliteStore({ file: ':memory:', clock })
      return { store, close: store.close }
    },
  ],
] as const

type OpenStore = (typeof webhookStores)[number][1]

/** What a receiver was sent, and what it found when it checked that. */
export interface Received {
  readonly id: string
  readonly timestamp: number
  readonly payload: {
    readonly trigger: string
    readonly idempotency_key: string
    readonly calendar_id?: string
    readonly data: { readonly change_token: string; readonly state: string }
  }
}

/** Somebody's server: checks every message with the public library and answers as it is told. */
const startReceiver = async () => {
  const received: Received[] = []
  const secrets = new Map<string, string>()
  const state: { answer: (nth: number) => number; headers: Record<string, string> } = {
    answer: () => 204,
    headers: {},
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const secret = secrets.get(request.url ?? '') ?? 'whsec_none'
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      try {
        // Throws where signature and timestamp are not right.
        const payload = new Webhook(secret).verify(Buffer.concat(chunks).toString(), headers)
        received.push({
          id: headers['webhook-id'] ?? '',
          timestamp: Number(headers['webhook-timestamp']),
          payload: payload as Received['payload'],
        })
        response.writeHead(state.answer(received.length), state.headers).end('ignored')
      } catch (cause) {
        response.writeHead(401).end(String(cause))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    received,
    secrets,
    state,
    url: (path = '/hook') => `http://127.0.0.1:${port}${path}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const token = tokenScheme((sent) => {
  const [, userId, tenantId = 'demo'] = /^demo-([^@]+)(?:@(.+))?$/.exec(sent) ?? []
  return userId === undefined
    ? TE.left({ type: 'Unauthenticated' })
    : TE.right({ tenantId, userId, scopes: userId === 'guest' ? [] : ['tenant:read'] })
})

const BACKOFF = { baseMs: 1000, maxMs: 60_000, random: () => 0.5 }

/** A service with webhooks, a receiver, and a clock that stands still until it is moved. */
export const webhookWorld = async (open: OpenStore) => {
  let now = Math.floor(Date.now() / 1000) * 1000
  const clock = { now: () => now }
  const { store, close } = open(clock)
  const secret = 'a secret of tests'
  const calendar = createCalendar({ store, directory, clock, secret })
  const webhooks = createWebhooks({ store, clock, secret, targets: 'Any' })
  const receiver = await startReceiver()
  const api = attendeeApi({ calendar, directory, authenticate: token, webhooks })
  const ask = (route: string, { as = 'ann', headers = {}, ...sending }: Sending = {}) =>
    asking(api)(route, {
      ...sending,
      as: null,
      headers: { ...(as === null ? {} : { Authorization: `Token demo-${as}` }), ...headers },
    })

  const runners: Runner[] = []
  const started = <R extends Runner>(runner: R): R => {
    runners.push(runner)
    return runner
  }
  const settled: string[] = []
  const startAnnouncing = (options: Partial<AnnounceChangesOptions> = {}) =>
    started(
      announceChanges({ webhooks, store, checkpoints: store, clock, pollMs: 600_000, ...options }),
    )
  const startDelivering = (options: Partial<DeliverOutboxOptions> = {}) =>
    started(
      deliverOutbox({
        ...{ outbox: store, store, clock, audience: 'Webhooks', backoff: BACKOFF },
        ...{ leaseMs: 20_000, pollMs: 600_000, notifier: webhookSink({ webhooks, clock }) },
        onSettled: (_message: OutboxMessage, { type }) => settled.push(type),
        ...options,
      }),
    )
  const start = () => {
    startAnnouncing()
    startDelivering()
  }
  /** Everything that is due is done. */
  const idle = async () => {
    for (const runner of runners) runner.wake()
    for (let round = 0; round < 2; round += 1) for (const runner of runners) await runner.idle()
  }
  const wait = async (ms: number) => {
    now += ms
    await idle()
  }
  const subscribe = async (triggers = ['calendar.events_update'], path = '/hook', as = 'ann') => {
    const got = await ask('POST /api/v1/webhooks', {
      as,
      json: { url: receiver.url(path), triggers },
    })
    const { id, secret: its } = got.body as { readonly id: string; readonly secret: string }
    receiver.secrets.set(path, its)
    return id
  }
  const create = (uid: string, fields: object = {}, tenantId = 'demo') =>
    calendar.promises.execute({
      ...{ type: 'CreateEvent', tenantId, actor: 'ann', uid, title: uid },
      timeSlot: {
        start: new Date(now + 3_600_000).toISOString(),
        end: new Date(now + 7_200_000).toISOString(),
      },
      ...fields,
    })
  return {
    ...{ store, calendar, webhooks, receiver, ask, subscribe, create, settled, runners },
    ...{ start, startAnnouncing, startDelivering, idle, wait, clock },
    close: async () => {
      await Promise.all(runners.map((runner) => runner.stop()))
      await receiver.close()
      await close()
    },
  }
}

export type WebhookWorld = Awaited<ReturnType<typeof webhookWorld>>

/** The names of what a listing answers, sorted. */
export const namesIn = (got: Got): readonly string[] =>
  (got.body as { readonly results: readonly { readonly name: string }[] }).results
    .map(({ name }) => name)
    .toSorted()
