import { createAdaptorServer } from '@hono/node-server'
import { createCalendar, openDirectory } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import type { RequestListener } from 'node:http'
import { createServer, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FetchHandler } from '../src/facades.js'
import { onExpress, onExpressAfterJson } from '../src/on-express.js'
import { onFastify } from '../src/on-fastify.js'
import { onHono } from '../src/on-hono.js'
import { onNext } from '../src/on-next.js'
import { onNodeHttp } from '../src/on-node-http.js'

/** A framework that serves. */
export interface Mounted {
  readonly origin: string
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly close: () => Promise<unknown>
}

export const partsOf = () => ({
  calendar: createCalendar({ store: memoryStore(), secret: 'a secret of tests' }),
  directory: openDirectory,
})

/** Each framework, serving a handler under a base path, over a socket. Next's handlers are called as Next calls them. */
export const frameworks: Readonly<
  Record<string, (base: string, api: FetchHandler) => Promise<Mounted>>
> = {
  Hono: (base, api) => {
    const server = createAdaptorServer({ fetch: onHono(base, api).fetch, createServer })
    if (!(server instanceof Server)) throw new Error('not a server of node:http')
    return listening(server)
  },
  'node:http': (base, api) => listening(onNodeHttp(base, api)),
  Express: (base, api) => listening(served(onExpress(base, api))),
  'Express after express.json()': (base, api) => listening(served(onExpressAfterJson(base, api))),
  Fastify: async (base, api) => {
    const app = onFastify(base, api)
    const origin = await app.listen({ host: '127.0.0.1', port: 0 })
    return {
      origin,
      fetch: (path, init) => fetch(`${origin}${path}`, init),
      close: async () => {
        app.server.closeAllConnections()
        await app.close()
      },
    }
  },
  'Next route handlers': (base, api) => {
    const handlers = onNext(api)
    const origin = 'http://next.example'
    const routed = (path: string, init: RequestInit = {}) => {
      if (path === '/hello') return new Response('hello')
      if (!path.startsWith(`${base}/`)) return new Response('not here', { status: 404 })
      const handler: (request: Request, context: unknown) => Response | Promise<Response> =
        handlers[(init.method ?? 'GET') as keyof typeof handlers]
      return handler(new Request(`${origin}${path}`, init), { params: Promise.resolve({}) })
    }
    const mounted = async (path: string, init?: RequestInit) => routed(path, init)
    return Promise.resolve({ origin, fetch: mounted, close: () => Promise.resolve() })
  },
}

const served = (listener: RequestListener): Server => createServer(listener)

/** Over a socket of its own. */
export const listening = async (server: Server): Promise<Mounted> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    fetch: (path, init) => fetch(`${origin}${path}`, init),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        // Clients open connections over which they never say anything.
        server.closeAllConnections()
      }),
  }
}
