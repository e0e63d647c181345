import * as E from 'fp-ts/lib/Either.js'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configOf } from '../src/config.js'
import type { Running } from '../src/start-server.js'
import { startServer } from '../src/start-server.js'
import { at, listAt, textAt } from './client.js'

let server: Running
beforeAll(async () => {
  const env = { KALENDS_DEMO: '1', DATABASE_URL: 'file::memory:', PORT: '0', LOG_LEVEL: 'silent' }
  const config = configOf(env)
  if (E.isLeft(config)) throw new Error(config.left)
  server = await startServer(config.right)
})
afterAll(() => server.stop())

const ask = async (method: string, path: string, json?: unknown) => {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { Authorization: 'Token demo-ann', 'Content-Type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  return { status: response.status, json: (await response.json()) as unknown }
}

/** What somebody's server is sent, once. */
const receiving = async () => {
  const { promise, resolve } = Promise.withResolvers<{
    readonly body: string
    readonly headers: Record<string, string>
  }>()
  const receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      response.writeHead(204).end()
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
      resolve({ body, headers: Object.fromEntries(headers) as Record<string, string> })
    })
  })
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  const { port } = receiver.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, received: promise, close: () => receiver.close() }
}

test('A-13: the server tells a webhook of a change, and its token lists what it was', async () => {
  const { url, received, close } = await receiving()
  const made = await ask('POST', '/api/v1/webhooks', { url, triggers: ['calendar.events_update'] })
  expect(made.status).toBe(201)
  const created = await fetch(`${server.url}/calendar/events`, {
    method: 'POST',
    headers: { Authorization: 'Bearer demo-bob', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Told',
      time_slot: { start: '2027-03-08T10:00:00Z', end: '2027-03-08T11:00:00Z' },
    }),
  })
  expect(created.status).toBe(201)
  const { body, headers } = await received
  close()
  const payload: unknown = new Webhook(textAt(made.json, 'secret')).verify(body, headers)
  const token = textAt(at(payload, 'data'), 'change_token')
  const { json } = await ask('GET', `/api/v1/calendar_events?change_token=${token}`)
  expect(listAt(json, 'results').map((row) => at(row, 'name'))).toEqual(['Told'])
})
