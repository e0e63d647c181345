import * as E from 'fp-ts/lib/Either.js'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configOf } from '../src/config.js'
import type { Running } from '../src/start-server.js'
import { startServer } from '../src/start-server.js'
import { at, clientOf, listAt } from './client.js'

let server: Running
beforeAll(async () => {
  const env = { KALENDS_DEMO: '1', DATABASE_URL: 'file::memory:', PORT: '0', LOG_LEVEL: 'silent' }
  const config = configOf(env)
  if (E.isLeft(config)) throw new Error(config.left)
  server = await startServer(config.right)
})
afterAll(() => server.stop())

const ask = (query: string, variables: object = {}, user = 'ann') =>
  clientOf(server.url, `demo-${user}`)('POST', '/graphql', { query, variables })

test('the calendar is there by GraphQL', async () => {
  const query = `query Week($fromDate: DateTime!) {
    getCalendarEvents(fromDate: $fromDate, first: 5) {
      edges { node { title start organizer { name } myRsvp } }
    }
  }`
  const { status, json } = await ask(query, { fromDate: new Date().toISOString() })
  expect([status, at(json, 'errors')]).toEqual([200, undefined])
  expect(listAt(json, 'data', 'getCalendarEvents', 'edges')).toHaveLength(5)
})

test('nobody is nobody there too', async () => {
  const { status, json } = await clientOf(server.url, 'nobody')('POST', '/graphql', {
    query: '{ __typename }',
  })
  expect(status).toBe(401)
  expect(at(listAt(json, 'errors')[0], 'extensions', 'code')).toBe('UNAUTHENTICATED')
})

test('a subscription tells of a change at once', async () => {
  const headers = {
    Authorization: 'Bearer demo-bob',
    'Content-Type': 'application/json',
    Accept: 'text/event-stream',
  }
  const sent = request(`${server.url}/graphql`, { method: 'POST', headers })
  sent.end(JSON.stringify({ query: 'subscription { calendarEventChanged { type id } }' }))
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const created = await ask(
    `mutation Create($input: CreateCalendarEventInput!) {
      createCalendarEvent(input: $input) { ... on CalendarEventSaved { event { id } } }
    }`,
    {
      input: {
        id: 'coffee',
        title: 'Coffee',
        start: '2027-03-08T09:00:00Z',
        end: '2027-03-08T09:30:00Z',
        userIds: ['bob'],
      },
    },
  )
  expect(at(created.json, 'data', 'createCalendarEvent', 'event', 'id')).toBe('coffee')
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) {
    text += String(chunk)
    if (text.includes('coffee')) break
  }
  expect(text).toContain('{"data":{"calendarEventChanged":{"type":"CREATED","id":"coffee"}}}')
})

test('browsers are given GraphiQL, which loads nothing from other hosts', async () => {
  const response = await fetch(`${server.url}/graphql`, { headers: { Accept: 'text/html' } })
  expect(response.headers.get('Content-Type')).toContain('text/html')
  const policy = response.headers.get('Content-Security-Policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('http')
  const html = await response.text()
  expect(html).toContain('GraphiQL')
  const tags = html.match(/<(?:script|link|iframe|img)\b[^>]{0,300}/g) ?? []
  expect(tags.filter((tag) => /(?:src|href)\s*=\s*["']?(?:https?:)?\/\//.test(tag))).toEqual([])
  expect(html).not.toMatch(/(?:import\(|importScripts\(|fetch\(|url\()\s*["'`]?(?:https?:)?\/\//)
})
