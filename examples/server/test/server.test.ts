import * as E from 'fp-ts/lib/Either.js'
import { request } from 'node:http'
import { readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { configOf } from '../src/config.js'
import type { Running } from '../src/start-server.js'
import { startServer } from '../src/start-server.js'
import { at, clientOf, listAt, meeting, textAt } from './client.js'
import { newFolder, refusal, type Spawned, spawnServer } from './spawn-server.js'

const demo = (databaseFile: string) => ({
  KALENDS_DEMO: '1',
  DATABASE_URL: `file:${databaseFile}`,
})

describe('the demo server', () => {
  let server: Running
  beforeAll(async () => {
    const config = configOf({ ...demo(':memory:'), PORT: '0', LOG_LEVEL: 'silent' })
    if (E.isLeft(config)) throw new Error(config.left)
    server = await startServer(config.right)
  })
  afterAll(() => server.stop())
  const as = (token: string) => clientOf(server.url, token)

  test('has a week of a small team', async () => {
    const mine = await as('demo-bob')('GET', '/calendar/events?page_limit=100')
    const titles = listAt(mine.json, 'items').map((item) => textAt(item, 'title'))
    expect(new Set(titles)).toEqual(
      new Set([
        'Stand-up',
        'Stand-up, after the long weekend',
        'Northwind weekly',
        'Sync with Tokyo',
        'On call: Dee',
        'Sprint-Review',
        'Lunch at the market hall',
        'Call with Northwind',
        'Quarterly planning',
        'Team offsite',
      ]),
    )
    const counts = await as('demo-ann')('GET', '/calendar/events/overview?time_zone=Europe/Berlin')
    expect(counts.json).toMatchObject({ next_seven_days: expect.any(Number) as unknown })
    const review = await as('demo-ann')('GET', '/calendar/events/sprint-review')
    expect(review.json).toMatchObject({ status: 'CONFIRMED', title: 'Sprint-Review' })
  })

  test('learns the languages of the sample', async () => {
    const languageOf = async (id: string) =>
      at((await as('demo-ann')('GET', `/calendar/events/${id}`)).json, 'language')
    await expect.poll(() => languageOf('sprint-review'), { timeout: 5000 }).toBe('de')
    await expect.poll(() => languageOf('quarterly-planning')).toBe('en')
  })

  test('another tenant is empty, and nobody is nobody', async () => {
    const other = await as('demo-ann@acme')('GET', '/calendar/events')
    expect(at(other.json, 'items')).toEqual([])
    expect((await as('ann')('GET', '/calendar/events')).status).toBe(401)
  })

  test('channels: the team for everybody, the board for Ann only', async () => {
    const invite = async (user: string, id: string, channel_id: string) => {
      const event = { ...meeting(id), participants: [{ channel_id }] }
      const { json } = await as(`demo-${user}`)('POST', '/calendar/events', event)
      return listAt(json, 'participants').map((each) => [at(each, 'user_id'), at(each, 'name')])
    }
    expect(await invite('dee', 'by-dee', 'team')).toEqual([
      ['dee', 'Dee'],
      ['ann', 'Ann'],
      ['bob', 'Bob'],
      ['cyd', 'Cyd'],
    ])
    expect(await invite('bob', 'by-bob', 'board')).toEqual([['bob', 'Bob']])
    expect(await invite('ann', 'by-ann', 'board')).toEqual([
      ['ann', 'Ann'],
      ['dee', 'Dee'],
    ])
  })

  test('is alive, ready, documented and harmless', async () => {
    for (const path of ['/', '/healthz', '/readyz', '/openapi.json', '/docs', '/metrics']) {
      const response = await fetch(`${server.url}${path}`)
      expect([path, response.status]).toEqual([path, 200])
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
    }
    const unknown = await fetch(`${server.url}/no/such/path`)
    expect(unknown.status).toBe(404)
    expect(await unknown.json()).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('metrics name routes by their pattern, and few of them', async () => {
    await as('demo-ann')('GET', '/calendar/events/lunch')
    await as('demo-ann')('GET', '/calendar/events/no-such-event')
    await fetch(`${server.url}/secret-${Math.random()}`, { method: 'PROPFIND' })
    const text = await (await fetch(`${server.url}/metrics`)).text()
    expect(text).toContain('method="GET",route="/calendar/events/:event_id",status="404"')
    expect(text).toContain('method="other",route="unknown",status="404"')
    expect(text).not.toMatch(/no-such-event|secret-/)
    expect(text).toMatch(/^kalends_log_events [1-9]\d*$/m)
    expect(text).toMatch(/^kalends_outbox_next_due_lag_seconds \d/m)
    expect(text).toMatch(/^kalends_outbox_settled_total\{outcome="Delivered"\} [1-9]/m)
  })
})

describe('a server in its own process', () => {
  const folder = newFolder()
  const running: Spawned[] = []
  const start = async (env: Record<string, string>) => {
    const server = await spawnServer(env)
    running.push(server)
    return server
  }
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.end('SIGKILL')))
  })
  afterAll(folder.remove)

  test('refuses to start, and says what to set', async () => {
    expect(await refusal({})).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^kalends: set KALENDS_JWKS_URL .*\n$/) as unknown,
    })
  })

  test('says which port is taken', async () => {
    const env = demo(folder.file('taken.db'))
    const { url } = await start(env)
    const { port } = new URL(url)
    const { code, output } = await refusal({ ...demo(folder.file('second.db')), PORT: port })
    expect([code, output]).toEqual([
      1,
      `kalends: port ${port} on 127.0.0.1 is in use: set PORT to another one\n`,
    ])
  })

  test('keeps its data and its secret over a restart, and seeds once', async () => {
    const file = folder.file('kept.db')
    const first = await start(demo(file))
    const ann = clientOf(first.url, 'demo-ann')
    await ann('POST', '/calendar/events', meeting('mine', 'bob'))
    await ann('DELETE', '/calendar/events/offsite')
    const page = await ann('GET', '/calendar/events?page_limit=2')
    const cursor = textAt(page.json, 'pagination', 'next_cursor')
    expect(await first.end('SIGTERM')).toBe(0)
    expect(statSync(`${file}.secret`).mode & 0o777).toBe(0o600)
    const secret = readFileSync(`${file}.secret`, 'utf8')

    const second = await start(demo(file))
    const again = clientOf(second.url, 'demo-ann')
    expect((await again('GET', '/calendar/events/mine')).status).toBe(200)
    expect(at((await again('GET', '/calendar/events/offsite')).json, 'status')).toBe('CANCELLED')
    const next = await again('GET', `/calendar/events?page_limit=2&page_cursor=${cursor}`)
    expect(next.status).toBe(200)
    const history = await again('GET', '/calendar/events/offsite/history')
    const types = listAt(history.json, 'items').map((item) => at(item, 'type'))
    expect(types.filter((type) => type === 'Answered')).toHaveLength(2)
    expect(readFileSync(`${file}.secret`, 'utf8')).toBe(secret)
    expect(second.output().split('\n')).toHaveLength(2)
  })

  test('SIGTERM: answers the request it has, takes no other, and exits with 0', async () => {
    const file = folder.file('term.db')
    const server = await start(demo(file))
    const body = JSON.stringify(meeting('last', 'bob'))
    const { hostname, port } = new URL(server.url)
    const answered = Promise.withResolvers<number | undefined>()
    const posting = request({
      hostname,
      port,
      method: 'POST',
      path: '/calendar/events',
      headers: {
        Authorization: 'Bearer demo-ann',
        'Content-Type': 'application/json',
        'Content-Length': body.length,
      },
    })
    posting.on('response', (response) => {
      response.resume()
      answered.resolve(response.statusCode)
    })
    posting.on('error', answered.reject)
    posting.write(body.slice(0, 20))
    const idle = connect(Number(port), hostname)
    await fetch(`${server.url}/healthz`)

    const exited = server.end('SIGTERM')
    await expect.poll(() => fetch(`${server.url}/readyz`).catch(() => 'closed')).toBe('closed')
    posting.end(body.slice(20))
    expect(await answered.promise).toBe(201)
    expect(await exited).toBe(0)
    idle.destroy()

    const after = clientOf((await start(demo(file))).url, 'demo-bob')
    expect((await after('GET', '/calendar/events/last')).status).toBe(200)
  })

  test('checks tokens when it is not a demo, and knows no demo user', async () => {
    const secret = 'a secret that two services share, in private'
    const env = { DATABASE_URL: `file:${folder.file('jwt.db')}`, KALENDS_JWT_SECRET: secret }
    const { url } = await start({ ...env, NODE_ENV: 'production' })
    const { SignJWT } = await import('jose')
    const token = await new SignJWT({ tenant: 'acme', scope: 'events' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('ann')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(secret))
    const created = await clientOf(url, token)('POST', '/calendar/events', meeting('a', 'bob'))
    expect(created.status).toBe(201)
    expect((await clientOf(url, 'demo-ann')('GET', '/calendar/events')).status).toBe(401)
  })

  test('logs requests by pattern, and neither tokens, bodies nor ids of its callers', async () => {
    const env = { ...demo(folder.file('log.db')), LOG_LEVEL: 'info' }
    const server = await start(env)
    const ann = clientOf(server.url, 'demo-ann')
    await ann('POST', '/calendar/events', { ...meeting('a'), title: 'Very private' })
    await ann('GET', '/calendar/events/private-id?x=private-query')
    await expect.poll(() => server.output()).toContain(':event_id')
    const lines = server
      .output()
      .split('\n')
      .filter((line) => line.includes('"request"'))
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({ method: 'POST', route: '/calendar/events', status: 201 }),
    )
    expect(server.output()).not.toMatch(/Very private|private-id|private-query|Bearer demo-ann\S/)
    expect(lines.join()).not.toContain('demo-ann')
  })
})
