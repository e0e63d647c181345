import { getRequestListener } from '@hono/node-server'
import { createServer, type Server } from 'node:http'
import type { FetchHandler } from './facades.js'

/** A server of `node:http` with a route of its own; what is under `base` is the facades'. */
export const onNodeHttp = (base: string, api: FetchHandler): Server => {
  const listener = getRequestListener(api.fetch, { overrideGlobalObjects: false })
  return createServer((request, response) => {
    if (request.url?.startsWith(`${base}/`) === true) return void listener(request, response)
    const isHello = request.url === '/hello'
    response.writeHead(isHello ? 200 : 404).end(isHello ? 'hello' : 'not here')
  })
}
