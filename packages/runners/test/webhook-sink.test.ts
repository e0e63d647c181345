import type { OutboxMessage, WebhookDelivery, WebhookTargets } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { WebhookSinkOptions } from '../src/index.js'
import { webhookSink } from '../src/index.js'

const message = (tenantId = 'demo'): OutboxMessage => ({
  ...{ kind: 'Webhook', recipient: 'w', uid: 'webhooks', recurrenceId: null, revision: 0 },
  ...{ sequence: 0, tenantId, messageId: 'm:w', position: 2, recordedAt: 0, attempts: 0 },
})

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** Somebody's server, and how often anybody connected to it. */
const serving = async (answer: Answer) => {
  let connections = 0
  const server = createServer((request, response) => answer(response, request))
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, connections: () => connections }
}

const sinkTo = (
  url: string,
  options: Partial<WebhookSinkOptions> & { readonly targets?: WebhookTargets } = {},
) => {
  const { targets = 'Any', ...rest } = options
  const content = { trigger: 'EventsUpdate', changeToken: 't' } as const
  const delivery: WebhookDelivery = {
    type: 'Send',
    url,
    secret: 'whsec_c2VjcmV0',
    content,
    deliveries: 'Succeed',
  }
  return webhookSink({
    webhooks: {
      targets,
      delivery: () => TE.right(delivery),
      disable: () => TE.right(undefined),
      report: () => TE.right(undefined),
    },
    ...rest,
  })
}

const outcome = async (...args: Parameters<typeof sinkTo>) => {
  const result = await sinkTo(...args).notify(message())()
  return E.isRight(result) ? 'Delivered' : `${result.left.type}: ${result.left.reason}`
}

test.each([
  [200, 'Delivered'],
  [204, 'Delivered'],
  [299, 'Delivered'],
  [301, 'Transient: answered 301'],
  [307, 'Transient: answered 307'],
  [400, 'Transient: answered 400'],
  [404, 'Transient: answered 404'],
  [410, 'Permanent: answered 410'],
  [429, 'Transient: answered 429'],
  [500, 'Transient: answered 500'],
])('webhookSink: %i is %s', async (status, expected) => {
  const { port } = await serving((response) =>
    response.writeHead(status, { Location: '/again' }).end(),
  )
  expect(await outcome(`http://127.0.0.1:${port}/`)).toBe(expected)
})

test('webhookSink: a scheme may be written in capitals', async () => {
  const { port, connections } = await serving((response) => response.end())
  expect(await outcome(`HTTP://127.0.0.1:${port}/`)).toBe('Delivered')
  // There is no TLS here: it was tried.
  expect(await outcome(`HTTPS://127.0.0.1:${port}/`)).toBe('Transient: no connection')
  expect(connections()).toBe(2)
})

test('webhookSink: a name that stands for a private address when it is connected to is refused', async () => {
  const { port, connections } = await serving((response) => response.end())
  const url = `https://rebound.example.com:${port}/`
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1']]) {
    const refused = await outcome(url, {
      targets: 'Public',
      resolve: (_name, _options, callback) =>
        callback(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        ),
    })
    expect(refused).toBe('Permanent: its address is not public')
  }
  expect(connections()).toBe(0)
})

test('webhookSink: an address that is not public is refused, however it got there', async () => {
  const { port, connections } = await serving((response) => response.end())
  for (const url of [
    `https://127.0.0.1:${port}/`,
    `https://[::ffff:7f00:1]:${port}/`,
    `https://2130706433:${port}/`,
    `http://example.com:${port}/`,
  ]) {
    expect(await outcome(url, { targets: 'Public' })).toBe('Permanent: its address is not public')
  }
  expect(connections()).toBe(0)
})

test('webhookSink: a name is looked up once, and that very address is connected to', async () => {
  const { port } = await serving((response) => response.end())
  const asked: string[] = []
  const delivered = await outcome(`http://receiver.example.com:${port}/`, {
    resolve: (name, _options, callback) => {
      asked.push(name)
      callback(null, [{ address: '127.0.0.1', family: 4 }])
    },
  })
  expect([delivered, asked]).toEqual(['Delivered', ['receiver.example.com']])
})

test('webhookSink: who does not answer is given up in time', async () => {
  const { port } = await serving(() => undefined)
  expect(await outcome(`http://127.0.0.1:${port}/`, { timeoutMs: 30 })).toBe('Transient: timed out')
})

test('webhookSink: an answer without an end holds nobody up', async () => {
  const { port } = await serving((response) => {
    response.writeHead(200)
    const write = () => {
      while (response.write('x'.repeat(10_000)) && !response.destroyed);
    }
    response.on('drain', write)
    write()
  })
  expect(await outcome(`http://127.0.0.1:${port}/`)).toBe('Delivered')
})

test('webhookSink: an answer counts by its status, also when the rest of it never comes', async () => {
  const { port } = await serving((response) => void response.writeHead(200).write('x'))
  expect(await outcome(`http://127.0.0.1:${port}/`, { timeoutMs: 100 })).toBe('Delivered')
})

test('webhookSink: no answer, and another protocol, are no connection', async () => {
  const { port } = await serving((_response, { socket }) => socket.destroy())
  expect(await outcome(`http://127.0.0.1:${port}/`)).toBe('Transient: no connection')
  const unknown: WebhookSinkOptions['resolve'] = (_name, _options, callback) => callback(null, [])
  expect(await outcome('http://no.example.com/', { resolve: unknown })).toBe(
    'Transient: no connection',
  )
})

test('webhookSink: slow receivers of one tenant leave room for the others', async () => {
  const { port } = await serving(() => undefined)
  const sink = sinkTo(`http://127.0.0.1:${port}/`, { timeoutMs: 50, perTenant: 1 })
  const [first, second, other] = await Promise.all(
    ['one', 'one', 'two'].map((tenantId) => sink.notify(message(tenantId))()),
  )
  const late = E.left({ type: 'Transient', reason: 'timed out' })
  const tooMany = E.left({
    type: 'Transient',
    reason: 'too many deliveries of this tenant at once',
  })
  expect([first, second, other]).toEqual([late, tooMany, late])
})
