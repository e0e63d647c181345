import { getRequestListener } from '@hono/node-server'
import Fastify, { type FastifyInstance } from 'fastify'
import type { FetchHandler } from './facades.js'

/**
 * A Fastify app with routes of its own; what is under `base` is the facades'.
 *
 * In a scope of theirs nothing reads bodies before them, and the reply is theirs to write.
 */
export const onFastify = (base: string, api: FetchHandler): FastifyInstance => {
  const listener = getRequestListener(api.fetch, { overrideGlobalObjects: false })
  const app = Fastify()
  app.get('/hello', () => 'hello')
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null))
    scope.all(`${base}/*`, async ({ raw: request }, reply) => {
      reply.hijack()
      await listener(request, reply.raw)
    })
    done()
  })
  return app
}
