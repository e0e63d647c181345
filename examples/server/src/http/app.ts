import type { Fault } from '@kalends/rest'
import { nativeApi, salesloftApi } from '@kalends/rest'
import * as E from 'fp-ts/lib/Either.js'
import { Hono } from 'hono'
import type { AppParts } from './app-parts.js'
import { attendeeOf } from './attendee.js'
import { graphqlOf } from './graphql.js'
import { indexPage } from './index-page.js'
import { observe } from './observe.js'

/** Every route of the server. */
export const appOf = (parts: AppParts): Hono => {
  const { store, log, metrics, stopping } = parts
  const onFault = ({ cause, method, path }: Fault) =>
    log.error({ method, path, err: cause instanceof Error ? cause : { cause } }, 'fault')
  const api = nativeApi({ ...parts, onFault })
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
  const graphql = graphqlOf(parts)
  app.all('/graphql', (context) => graphql.fetch(context.req.raw))
  app.route('/', salesloftApi({ ...parts, onFault }))
  app.route('/', attendeeOf(parts))
  app.route('/', api)
  app.notFound((context) => api.fetch(context.req.raw))
  app.onError((cause, context) => {
    log.error({ err: cause }, 'fault')
    return context.text('internal error\n', 500)
  })
  return app
}
