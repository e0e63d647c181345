import type { EventQueries, EventStore, Outbox } from '@kalends/core'
import { nativeApi, type NativeOptions } from '@kalends/rest'
import * as E from 'fp-ts/lib/Either.js'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { indexPage } from './index-page.js'
import type { Metrics } from './metrics.js'
import { observe } from './observe.js'

/** What the routes are made of. */
export interface AppParts extends Pick<NativeOptions, 'calendar' | 'directory' | 'authenticate'> {
  /** Aborts when the server begins to stop. */
  readonly stopping: AbortSignal
  readonly store: EventStore & EventQueries & Outbox
  readonly log: Logger
  readonly metrics: Metrics
}

/** Every route of the server. */
export const appOf = (parts: AppParts): Hono => {
  const { store, log, metrics, stopping } = parts
  const api = nativeApi({
    ...parts,
    onFault: ({ cause, method, path }) =>
      log.error({ method, path, err: cause instanceof Error ? cause : { cause } }, 'fault'),
  })
  const app = new Hono()
  app.use(observe(log, metrics))
  app.get('/', (context) => indexPage(context))
  app.get('/healthz', (context) => context.text('alive\n'))
  app.get('/readyz', async (context) => {
    if (stopping.aborted) return context.text('stopping\n', 503)
    return E.isRight(await store.nextDue())
      ? context.text('ready\n')
      : context.text('the database does not answer\n', 503)
  })
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  )
  app.route('/', api)
  app.notFound((context) => api.fetch(context.req.raw))
  app.onError((cause, context) => {
    log.error({ err: cause }, 'fault')
    return context.text('internal error\n', 500)
  })
  return app
}
