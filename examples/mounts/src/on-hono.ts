import { Hono } from 'hono'
import type { FetchHandler } from './facades.js'

/** A Hono app with routes of its own; what is under `base` is the facades'. */
export const onHono = (base: string, api: FetchHandler): Hono => {
  const app = new Hono()
  app.get('/hello', (context) => context.text('hello'))
  app.all(`${base}/*`, ({ req }) => api.fetch(req.raw))
  return app
}
