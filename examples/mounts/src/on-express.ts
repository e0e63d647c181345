import { getRequestListener } from '@hono/node-server'
import express, { type Express } from 'express'
import type { IncomingMessage } from 'node:http'
import type { FetchHandler } from './facades.js'

/**
 * An Express app with routes of its own; what is under `base` is the facades'.
 *
 * A pattern, not `app.use(base, ...)`, which would cut the base off the URLs that links are made of. Before `express.json()`:
 * the facades read bodies themselves, within their own bounds.
 */
export const onExpress = (base: string, api: FetchHandler): Express => {
  const app = express()
  app.all(`${base}/{*path}`, getRequestListener(api.fetch, { overrideGlobalObjects: false }))
  app.use(express.json())
  app.get('/hello', (_request, response) => void response.send('hello'))
  return app
}

/** The same where `express.json()` has to come first: it keeps the bytes that it took from the request. */
export const onExpressAfterJson = (base: string, api: FetchHandler): Express => {
  const app = express()
  app.use(
    express.json({
      limit: '1mb', // as much as the facades take
      verify: (request: IncomingMessage & { rawBody?: Buffer }, _response, bytes) => {
        request.rawBody = bytes
      },
    }),
  )
  app.all(`${base}/{*path}`, getRequestListener(api.fetch, { overrideGlobalObjects: false }))
  app.get('/hello', (_request, response) => void response.send('hello'))
  return app
}
