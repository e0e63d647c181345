import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configOf } from '../src/config.js'
import type { Running } from '../src/start-server.js'
import { startServer } from '../src/start-server.js'
import { at, clientOf, listAt } from './client.js'

let server: Running
beforeAll(async () => {
  const config = configOf({
    KALENDS_DEMO: '1',
    DATABASE_URL: 'file::memory:',
    PORT: '0',
    LOG_LEVEL: 'silent',
  })
  if (E.isLeft(config)) throw new Error(config.left)
  server = await startServer(config.right)
})
afterAll(() => server.stop())

test('the server lists the sample as Salesloft does, each series once', async () => {
  const ask = clientOf(server.url, 'demo-ann')
  const { status, json } = await ask(
    'GET',
    '/v2/calendar/events?per_page=5&include_paging_counts=true&sort_direction=ASC',
  )

  expect(status).toBe(200)
  expect(listAt(json, 'data')).toHaveLength(5)
  expect(at(json, 'metadata')).toMatchObject({
    paging: { per_page: 5, current_page: 1, next_page: 2, prev_page: null },
  })
  const { json: bobs } = await ask('GET', '/v2/calendar/events?user_guid=bob')
  expect(listAt(bobs, 'data').length).toBeGreaterThan(0)
})

test('the server refuses as Salesloft does under its paths, and as ever elsewhere', async () => {
  const stranger = clientOf(server.url, 'nobody')
  const refused = await stranger('GET', '/v2/calendar/events')
  expect([refused.status, refused.json]).toEqual([401, { error: expect.any(String) as unknown }])
  expect(at((await stranger('GET', '/calendar/events')).json, 'code')).toBe('UNAUTHENTICATED')
  const document = await stranger('GET', '/v2/calendar/openapi.json')
  expect(at(document.json, 'openapi')).toBe('3.1.1')
})
