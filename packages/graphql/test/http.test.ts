/* eslint-disable @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it */
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, test } from 'vitest'
import type { GraphqlOptions } from '../src/index.js'
import {
  at,
  backends,
  create,
  cursorsIn,
  directory,
  idsIn,
  list,
  onEveryStore,
  reasonOf,
  serve,
  URL_OF_TESTS,
} from './harness.js'

const serveMemory = (options: Partial<GraphqlOptions> = {}) => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  return serve(memory, options)
}

const LOG_ONLY = `{ getCalendarEvents(fromDate: "${at(0)}") { edges { cursor node { id title myRsvp } } } }`
const WITH_NAMES = `{ getCalendarEvents(fromDate: "${at(0)}") { edges { node { id isBookmarked organizer { name } } } } }`

onEveryStore('conditional requests', (world) => {
  test.each([LOG_ONLY, WITH_NAMES])('O-20: 304 while nothing changed: %s', async (query) => {
    await create(world(), { uid: 'x', guests: ['bob'] })
    const { ask } = world()
    const first = await ask(query)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]+"$/)
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
    const headers = { 'If-None-Match': etag }
    const again = await ask(query, { headers })
    expect([again.status, again.text, again.headers.get('ETag')]).toEqual([304, '', etag])
    expect((await ask(query, { headers: { 'If-None-Match': `"other", ${etag}` } })).status).toBe(
      304,
    )
    expect((await ask(query, { headers, as: 'bob' })).status).toBe(200)
    expect((await ask(`${query} # more`, { headers })).status).toBe(304)
    expect((await ask(query.replace('getCal', 'a: getCal'), { headers })).status).toBe(200)
    await create(world(), { uid: 'y' })
    const changed = await ask(query, { headers })
    expect([changed.status, changed.data.getCalendarEvents.edges.length]).toEqual([200, 2])
  })

  test('O-15, O-20: a page that a client may keep has cursors that are of use for long', async () => {
    await create(world(), { uid: 'x' })
    const { ask, clock } = world()
    let kept = await ask(LOG_ONLY)
    for (let hour = 0; hour < 40; hour += 1) {
      const headers = { 'If-None-Match': kept.headers.get('ETag') ?? '' }
      const got = await ask(LOG_ONLY, { headers })
      if (got.status !== 304) kept = got
      clock.advance(3_600_000)
      const [after] = cursorsIn(kept)
      const next = await list(ask, { first: 1, after, toDate: undefined })
      expect([hour, next.errors]).toEqual([hour, null])
    }
  })

  test('O-20: what the log does not hold changes the tag too', async () => {
    await create(world(), { uid: 'x' })
    const { ask } = world()
    const etag = (await ask(WITH_NAMES)).headers.get('ETag') ?? ''
    await ask('mutation { toggleBookmark(input: { eventId: "x" }) { __typename } }')
    const got = await ask(WITH_NAMES, { headers: { 'If-None-Match': etag } })
    expect([got.status, got.data.getCalendarEvents.edges[0].node.isBookmarked]).toEqual([200, true])
    const overview = '{ overview(timeZone: "UTC") { today } }'
    const counted = (await ask(overview)).headers.get('ETag') ?? ''
    world().clock.advance(86_400_000)
    expect((await ask(overview, { headers: { 'If-None-Match': counted } })).status).toBe(200)
  })

  test('errors, mutations and refusals are not kept', async () => {
    const { ask } = world()
    const answers = [
      await list(ask, { first: -1 }),
      await ask('mutation { toggleBookmark(input: { eventId: "x" }) { __typename } }'),
      await ask(LOG_ONLY, { as: null }),
      await ask('{ nothing }'),
    ]
    for (const { headers } of answers) {
      expect(headers.get('ETag')).toBeNull()
      expect(headers.get('Cache-Control')).toBe('private, no-store')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
  })
})

describe('over HTTP', () => {
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    new Request(`${URL_OF_TESTS}${path}`, { headers: { Authorization: 'Bearer ann', ...headers } })

  test('queries come by GET too, mutations do not', async () => {
    const { api } = serveMemory()
    const query = await api.fetch(get(`?query=${encodeURIComponent(LOG_ONLY)}`))
    expect(await query.json()).toEqual({ data: { getCalendarEvents: { edges: [] } } })
    const mutation = 'mutation { toggleBookmark(input: { eventId: "x" }) { __typename } }'
    const refused = await api.fetch(get(`?query=${encodeURIComponent(mutation)}`))
    expect(refused.status).toBe(405)
  })

  test('it answers under whatever path it is mounted', async () => {
    const { api } = serveMemory()
    const request = new Request('http://kalends.test/deep/down/', get('?query={__typename}'))
    const url = new URL('http://kalends.test/deep/down/?query={__typename}')
    const response = await api.fetch(new Request(url, request))
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })

  test('other origins are allowed nothing', async () => {
    const { api } = serveMemory()
    const response = await api.fetch(get('?query={__typename}', { Origin: 'http://evil.test' }))
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  test('what the store says of its trouble stays inside', async () => {
    const { ask, faults } = serveMemory({
      directory,
    })
    expect((await ask(LOG_ONLY)).errors).toBeNull()
    const broken = serveMemory()
    const failing = serveMemory({
      calendar: {
        ...broken.calendar,
        slice: () => TE.left({ type: 'StoreFailure', reason: 'secret table' }),
        overview: () => () => Promise.reject(new Error('secret path')),
      },
    })
    const down = await failing.ask(LOG_ONLY)
    expect([down.status, reasonOf(down)]).toEqual([503, 'SERVICE_UNAVAILABLE'])
    const thrown = await failing.ask('{ overview(timeZone: "UTC") { today } }')
    expect(reasonOf(thrown)).toBe('INTERNAL_SERVER_ERROR')
    expect(`${down.text}${thrown.text}`).not.toContain('secret')
    expect(failing.faults.map(({ cause }) => JSON.stringify(cause) + String(cause))).toEqual([
      expect.stringContaining('secret table'),
      expect.stringContaining('secret path'),
    ])
    expect(faults).toEqual([])
  })

  test('names are left out while the directory fails, and the host is told', async () => {
    const { ask, faults, ...served } = serveMemory({
      directory: {
        ...directory,
        users: () => TE.left({ type: 'DirectoryFailure', reason: 'down' }),
      },
    })
    await create(served, { uid: 'x' })
    const got = await ask('{ calendarEvent(id: "x") { organizer { id name } } }')
    expect(got.data.calendarEvent.organizer).toEqual({ id: 'ann', name: null })
    expect(faults).toHaveLength(1)
  })

  test('introspection can be switched off', async () => {
    const query = '{ __schema { queryType { name } } }'
    expect((await serveMemory().ask(query)).errors).toBeNull()
    const off = await serveMemory({ introspection: 'Off' }).ask(query)
    expect([off.data, off.errors.length > 0]).toEqual([null, true])
    expect((await serveMemory({ introspection: 'Off' }).ask('{ __typename }')).errors).toBeNull()
  })

  test('where introspection is off, nothing suggests what the schema has', async () => {
    const wrong = [
      '{ calenderEvent(id: "x") { id } }',
      '{ calendarEvent(ids: "x") { id } }',
      '{ calendarEvent(id: "x") { titel } }',
      `{ getCalendarEvents(fromDate: "${at(0)}", type: MEETINGS) { totalCount } }`,
      'query ($type: CalendarEventTyp) { __typename }',
      'mutation { toggleBookmark(input: { eventIds: "x" }) { __typename } }',
    ]
    const { ask } = serveMemory({ introspection: 'Off' })
    for (const query of wrong) {
      expect((await serveMemory().ask(query)).text).toContain('Did you mean')
      const off = await ask(query)
      expect([off.errors.length > 0, off.text.includes('Did you mean')]).toEqual([true, false])
    }
    const query = 'query ($input: ToggleBookmarkInput!) { __typename } '
    const variables = { input: { eventIds: 'x' } }
    const coerced = await ask(query, { variables })
    expect(coerced.text).not.toContain('Did you mean')
    const typed = `query ($type: CalendarEventType) { getCalendarEvents(fromDate: "${at(0)}", type: $type) { totalCount } }`
    const unknown = await ask(typed, { variables: { type: 'MEETINGS' } })
    expect([unknown.errors.length > 0, unknown.text.includes('Did you mean')]).toEqual([
      true,
      false,
    ])
  })

  test('persisted documents are run by their id; others can be refused', async () => {
    const document = (id: string) => (id === 'abc' ? LOG_ONLY : null)
    const body = (id: string) => ({
      extensions: { persistedQuery: { version: 1, sha256Hash: id } },
    })
    for (const others of ['Allowed', 'Refused'] as const) {
      const { ask } = serveMemory({ persisted: { document, others } })
      expect((await ask('', { body: body('abc') })).data).toEqual({
        getCalendarEvents: { edges: [] },
      })
      expect((await ask('', { body: body('other') })).errors).not.toBeNull()
      expect((await ask(LOG_ONLY)).errors === null).toBe(others === 'Allowed')
    }
  })

  test('browsers are given the page only where there is one', async () => {
    const html = { Accept: 'text/html' }
    const { api } = serveMemory({ graphiql: () => '<!doctype html>page' })
    const page = await api.fetch(new Request(URL_OF_TESTS, { headers: html }))
    expect(await page.text()).toBe('<!doctype html>page')
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    const none = await serveMemory().api.fetch(new Request(URL_OF_TESTS, { headers: html }))
    expect(none.status).toBe(401)
  })

  test('O-5, O-16: the default window and the horizon are the host’s to choose', async () => {
    const served = serveMemory({ limits: { windowYearsDefault: 2, horizonYears: 3 } })
    const start = '2028-12-01T10:00:00Z'
    await create(served, { uid: 'late', start, end: '2028-12-01T11:00:00Z' })
    const { ask } = served
    expect(idsIn(await list(ask, { toDate: undefined }))).toEqual(['late'])
    const until = async (toDate: string) => reasonOf(await list(ask, { toDate }))
    expect((await list(ask, { toDate: '2030-03-08T09:00:00Z' })).errors).toBeNull()
    expect(await until('2030-03-08T09:00:00.001Z')).toBe('BAD_USER_INPUT DATE_TOO_DISTANT')
  })

  test('O-15: a cursor can live for less than the retention', async () => {
    const served = serveMemory({ limits: { cursorAgeMs: 1000 } })
    await create(served, { uid: 'x' })
    const [after] = cursorsIn(await list(served.ask, {}))
    served.clock.advance(1001)
    expect(reasonOf(await list(served.ask, { first: 1, after }))).toBe(
      'BAD_USER_INPUT EXPIRED_CURSOR',
    )
  })
})
