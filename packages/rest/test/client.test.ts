import * as TE from 'fp-ts/lib/TaskEither.js'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { NativeSchemas } from '../src/client/index.js'
import { createAttendeeClient, createClient, createSalesloftClient } from '../src/client/index.js'
import { attendeeApi, bearer, salesloftApi, tokenScheme } from '../src/index.js'
import { undescribed } from './described.js'
import type { Contract } from './documents.js'
import { at, documentOf, isJson } from './documents.js'
import type { Backend } from './harness.js'
import { backends, directory, serve, slot } from './harness.js'

/** What this test uses of esbuild, which comes with tsup. */
interface Esbuild {
  readonly build: (options: Readonly<Record<string, unknown>>) => Promise<{
    readonly outputFiles: readonly { readonly text: string }[]
    readonly metafile: { readonly inputs: Readonly<Record<string, unknown>> }
  }>
}

const { build } = createRequire(createRequire(import.meta.url).resolve('tsup'))(
  'esbuild',
) as Esbuild

const SCOPES = ['calendar:ingest', 'tenant:read']

const known = (token: string) =>
  TE.right({ tenantId: 'demo', userId: token.replace('demo-', ''), scopes: SCOPES })

/** Sends what a client sends to an API, and holds every exchange against the documents. */
const described =
  (api: { readonly fetch: (request: Request) => Response | Promise<Response> }) =>
  async (request: Request): Promise<Response> => {
    const { method, headers } = request
    const { pathname, search } = new URL(request.url)
    const body = await request.clone().text()
    const response = await api.fetch(request)
    const isStream = response.headers.get('Content-Type') === 'text/event-stream'
    const text = isStream ? '' : await response.clone().text()
    const got = { status: response.status, headers: response.headers, text }
    const sent = { headers, body: body === '' ? null : body }
    expect(undescribed({ method, path: `${pathname}${search}`, sent, got })).toEqual([])
    return response
  }

const BASE = 'http://localhost'

const served = async (backend: Backend) => {
  const world = await serve(backend, { authenticate: bearer(known) })
  const fetch = described(world.api)
  const called = new Set<string>()
  const as = (user: string) => {
    const client = createClient({ baseUrl: BASE, token: `demo-${user}`, fetch })
    client.use({
      onResponse: ({ request, schemaPath, response }) => {
        if (response.ok) called.add(`${request.method.toLowerCase()} ${schemaPath}`)
      },
    })
    return client
  }
  return { ...world, as, called }
}

const operationsOf = (contract: Contract): readonly string[] => {
  const templates = at(documentOf(contract), 'paths')
  return Object.entries(isJson(templates) ? templates : {}).flatMap(([template, methods]) =>
    Object.keys(isJson(methods) ? methods : {}).map((method) => `${method} ${template}`),
  )
}

const EVENT = '/calendar/events/{event_id}'
const OCCURRENCE = `${EVENT}/occurrences/{recurrence_id}` as const

describe.each(backends)('the typed client of the native contract ($name)', (backend) => {
  test('calls every operation, and knows what each answers', async () => {
    const { as, called, close, faults } = await served(backend)
    const [ann, bob] = [as('ann'), as('bob')]
    const path = { event_id: 'a' }

    const created = await ann.POST('/calendar/events', {
      body: { id: 'a', title: 'Review', time_slot: slot, participants: [{ user_id: 'bob' }] },
      params: { header: { 'Idempotency-Key': 'k1' } },
    })
    expectTypeOf(created.data?.status).toEqualTypeOf<
      NativeSchemas['CalendarEvent']['status'] | undefined
    >()
    expect([created.response.status, created.data?.title]).toEqual([201, 'Review'])

    const { data: list } = await ann.GET('/calendar/events', {
      params: { query: { rsvp_status: ['ACCEPTED', 'TENTATIVE'], page_limit: 5, expand: 'true' } },
    })
    expect(list?.items.map(({ id }) => id)).toEqual(['a'])
    const { data: answered } = await bob.PUT(`${EVENT}/rsvp`, {
      params: { path },
      body: { rsvp_status: 'ACCEPTED' },
    })
    expect(answered?.participants.map(({ rsvp_status: status }) => status)).toEqual([
      'ACCEPTED',
      'ACCEPTED',
    ])
    await ann.POST(`${EVENT}/participants`, {
      params: { path },
      body: { participants: [{ channel_id: 'team' }] },
    })
    const gone = await ann.DELETE(`${EVENT}/participants/{user_id}`, {
      params: { path: { ...path, user_id: 'cyd' } },
    })
    expect([gone.response.status, gone.data]).toEqual([204, undefined])
    const { data: event } = await ann.GET(EVENT, {
      params: { path, query: { body_format: ['PLAIN'] } },
    })
    expect(event?.participants.map(({ user_id: id }) => id).toSorted()).toEqual(['ann', 'bob'])
    const stale = await ann.PATCH(EVENT, {
      params: { path, header: { 'If-Match': '"1"' } },
      body: { title: 'Too late' },
    })
    expect([stale.response.status, stale.error?.code]).toEqual([412, 'REVISION_MISMATCH'])
    const { data: renamed } = await ann.PATCH(EVENT, { params: { path }, body: { title: 'New' } })
    expect(renamed?.title).toBe('New')
    const { data: history } = await ann.GET(`${EVENT}/history`, { params: { path } })
    expect(history?.items.length).toBeGreaterThan(3)
    const { data: why } = await ann.GET(`${EVENT}/explain`, { params: { path } })
    expect(why?.items).toBeDefined()
    const { data: overview } = await ann.GET('/calendar/events/overview', {
      params: { query: { time_zone: 'Europe/Berlin' } },
    })
    expect(overview).toBeDefined()
    const { data: busy } = await ann.GET('/calendar/freebusy', {
      params: {
        query: { user_id: ['ann', 'bob'], start: slot.start, end: '2027-03-09T00:00:00Z' },
      },
    })
    expect(JSON.stringify(busy)).toContain('bob')

    await ann.POST('/calendar/events', {
      body: { id: 's', title: 'Daily', time_slot: slot, recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] },
    })
    const second = { event_id: 's', recurrence_id: '20270309T100000Z' }
    const { data: moved } = await ann.PATCH(OCCURRENCE, {
      params: { path: second },
      body: { title: 'Moved' },
    })
    expect(moved).toMatchObject({ title: 'Moved' })
    await ann.DELETE(OCCURRENCE, {
      params: { path: { ...second, recurrence_id: '20270310T100000Z' } },
    })
    await ann.DELETE(EVENT, { params: { path } })
    const { data: changes } = await ann.GET('/calendar/changes', {
      params: { query: { as_of: '0' } },
    })
    expect(changes?.next_token).toBeDefined()
    const { data: fact, response } = await ann.POST('/calendar/facts', {
      body: { type: 'LiveSessionCancelled', id: 'f1', liveSessionId: 'l1' },
    })
    expect([fact, response.status]).toEqual([undefined, 202])
    const stream = await ann.GET('/calendar/stream', { parseAs: 'stream' })
    await stream.data?.cancel()

    expect(faults).toEqual([])
    expect([...called].toSorted()).toEqual(operationsOf('native').toSorted())
    await close()
  })

  test('a refusal is data: its code, its errors and the response', async () => {
    const { as, close } = await served(backend)
    const { data, error, response } = await as('ann').POST('/calendar/events', {
      body: { title: '', time_slot: slot },
    })
    expect([data, response.status, error?.code]).toEqual([undefined, 400, 'VALIDATION_FAILED'])
    expect(error?.errors?.map(({ pointer }) => pointer)).toEqual(['/title'])
    await close()
  })

  test('Salesloft and attendee.dev have clients of their own', async () => {
    const { as, calendar, close } = await served(backend)
    await as('ann').POST('/calendar/events', {
      body: { id: 'a', title: 'Review', time_slot: slot },
    })
    const parts = { calendar, directory }
    const salesloft = createSalesloftClient({
      baseUrl: BASE,
      token: 'demo-ann',
      fetch: described(salesloftApi({ ...parts, authenticate: bearer(known) })),
    })
    const { data: page } = await salesloft.GET('/v2/calendar/events', {
      params: { query: { include_paging_counts: 'true', per_page: 10 } },
    })
    expect(page?.data.map(({ title }) => title)).toEqual(['Review'])
    const attendee = createAttendeeClient({
      baseUrl: BASE,
      token: 'demo-ann',
      fetch: described(attendeeApi({ ...parts, authenticate: tokenScheme(known) })),
    })
    const { data: rows } = await attendee.GET('/api/v1/calendar_events', {
      params: { query: { ordering: '-start_time' } },
    })
    expect(rows?.results.map(({ name }) => name)).toEqual(['Review'])
    const bad = await attendee.GET('/api/v1/calendar_events', {
      params: { query: { cursor: 'x' } },
    })
    expect([bad.response.status, bad.error]).toEqual([404, { detail: 'Invalid cursor' }])
    await close()
  })
})

describe('createClient', () => {
  const echo = (request: Request) =>
    Response.json({ items: [request.url, Object.fromEntries(request.headers)] })

  test('a token may be a function, which is asked before each request', async () => {
    const tokens = ['one', 'two']
    const client = createClient({
      baseUrl: 'https://x.example/base/',
      token: () => Promise.resolve(tokens.shift() ?? ''),
      headers: { 'X-Trace': 't' },
      fetch: echo,
    })
    for (const token of ['one', 'two']) {
      const { data } = await client.GET('/calendar/events')
      expect(data?.items).toMatchObject([
        'https://x.example/base/calendar/events',
        { authorization: `Bearer ${token}`, 'x-trace': 't' },
      ])
    }
  })

  test('without a token nothing is said of who sends; headers may say it', async () => {
    const plain = createClient({ baseUrl: BASE, fetch: echo })
    expect(JSON.stringify((await plain.GET('/calendar/events')).data)).not.toContain(
      'authorization',
    )
    const headers = { Authorization: 'Bearer mine' }
    const own = createClient({ baseUrl: BASE, headers, fetch: echo })
    expect((await own.GET('/calendar/events')).data?.items[1]).toMatchObject({
      authorization: 'Bearer mine',
    })
  })

  test('bundles for browsers, small, with nothing of Node and nothing of the server', async () => {
    const entry = fileURLToPath(new URL('../src/client/index.ts', import.meta.url))
    const { outputFiles, metafile } = await build({
      ...{ entryPoints: [entry], bundle: true, minify: true, write: false, metafile: true },
      ...{ platform: 'browser', format: 'esm', logLevel: 'silent' },
    })
    expect(outputFiles[0]?.text.length).toBeLessThan(9000)
    expect(
      Object.keys(metafile.inputs).filter((each) => !/client\/|openapi-fetch/.test(each)),
    ).toEqual([])
  })
})
