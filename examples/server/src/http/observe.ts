import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.js'

/** Logs and measures every request by its route pattern: no path, token or body is ever written. */
export const observe =
  (log: Logger, metrics: Metrics): MiddlewareHandler =>
  async (context, next) => {
    const requestId = randomUUID()
    const begunMs = performance.now()
    await next()
    const durationMs = performance.now() - begunMs
    const { status } = context.res
    const method = METHODS.has(context.req.method) ? context.req.method : 'other'
    const route = matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path
    const seen = { method, route: route ?? 'unknown', status }
    metrics.answered({ ...seen, durationMs })
    log.info({ requestId, ...seen, ms: Math.round(durationMs * 10) / 10 }, 'request')
    context.res.headers.set('X-Request-Id', requestId)
    context.res.headers.set('X-Content-Type-Options', 'nosniff')
    context.res.headers.set('Referrer-Policy', 'no-referrer')
  }

const METHODS: ReadonlySet<string> = new Set('GET HEAD POST PUT PATCH DELETE OPTIONS'.split(' '))
