import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { createServer, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A server that accepts connections. */
export interface Listening {
  readonly url: string
  /** Accepts no more, and resolves when the requests it has are answered or `withinMs` are over. */
  readonly close: (withinMs: number) => Promise<void>
}

/** Slow senders hold a connection no longer than this. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 2000,
}

/** Serves `app`. Rejects, with a reason for people, when it cannot listen there. */
export const listen = async (
  app: Hono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> => {
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: TIMEOUTS,
    overrideGlobalObjects: false,
  })
  if (!(server instanceof Server)) throw new Error('not a server of node:http')
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refusal(cause, host, port)))
    server.listen(port, host, resolve)
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const { port: bound } = addressOf(server)
  const name = host.includes(':') ? `[${host}]` : host
  return { url: `http://${name}:${bound}`, close: (withinMs) => closed(server, sockets, withinMs) }
}

const refusal = ({ code, message }: NodeJS.ErrnoException, host: string, port: number): Error => {
  switch (code) {
    case 'EADDRINUSE':
      return new Error(`port ${port} on ${host} is in use: set PORT to another one`)
    case 'EACCES':
      return new Error(`port ${port} may not be used by this user: set PORT to another one`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`${host} is no address of this machine: set HOST to another one`)
    case undefined:
  }
  return new Error(message)
}

const addressOf = (server: Server): AddressInfo => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address
}

/** Connections over which nothing comes are kept open by their clients: they are ended. */
const closed = async (
  server: Server,
  sockets: ReadonlySet<Socket>,
  withinMs: number,
): Promise<void> => {
  const endIdle = () => {
    server.closeIdleConnections()
    // Those that never said anything are not among them.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  }
  const idle = setInterval(endIdle, 20)
  const late = setTimeout(() => server.closeAllConnections(), withinMs)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearInterval(idle)
  clearTimeout(late)
}
