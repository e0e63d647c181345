import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configOf } from '../src/config.js'
import type { Running } from '../src/start-server.js'
import { startServer } from '../src/start-server.js'
import { at, listAt } from './client.js'

let server: Running
beforeAll(async () => {
  const env = { KALENDS_DEMO: '1', DATABASE_URL: 'file::memory:', PORT: '0', LOG_LEVEL: 'silent' }
  const config = configOf(env)
  if (E.isLeft(config)) throw new Error(config.left)
  server = await startServer(config.right)
})
afterAll(() => server.stop())

const get = async (path: string, authorization: string) => {
  const response = await fetch(`${server.url}${path}`, {
    headers: { Authorization: authorization },
  })
  return { status: response.status, json: (await response.json()) as unknown }
}

test('the calendar of all is there as attendee.dev lists it', async () => {
  const path = '/api/v1/calendar_events?ordering=start_time'
  const { status, json } = await get(path, 'Token demo-ann')
  expect([status, at(json, 'next')]).toEqual([200, null])
  expect(listAt(json, 'results').length).toBeGreaterThan(5)
  expect((await get(path, 'Bearer demo-ann')).status).toBe(401)
  expect((await get('/api/v1/openapi.json', 'none')).status).toBe(200)
})

test('a bot is scheduled, sent off when its time comes, and soon in its call', async () => {
  const response = await fetch(`${server.url}/api/v1/bots`, {
    method: 'POST',
    headers: { Authorization: 'Token demo-ann', 'Content-Type': 'application/json' },
    body: JSON.stringify({ meeting_url: 'https://meet.google.com/abc-defg-hij' }),
  })
  const made: unknown = await response.json()
  expect([response.status, at(made, 'state')]).toEqual([201, 'scheduled'])
  const path = `/api/v1/bots/${String(at(made, 'id'))}`
  const state = async () => at((await get(path, 'Token demo-ann')).json, 'state')
  await expect.poll(state, { timeout: 5000 }).toMatch(/^joined_/)
})
