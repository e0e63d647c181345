import type { Hono } from 'hono'
import { docsPage } from '../docs/index.js'
import { hardened, mount, notFound } from '../http/index.js'
import { openApiDocument } from '../openapi/index.js'
import { nativeEndpoints } from './endpoints.js'
import type { NativeOptions, NativeParts } from './options.js'
import { defaultNativeLimits } from './options.js'
import { toConsole } from './to-console.js'

/**
 * The native contract over HTTP: what is under `/calendar`, `/openapi.json`, `/docs`.
 *
 * Mounts anywhere, under any path: `app.route('/', api)` in Hono, `api.fetch` everywhere else. All
 * other paths are 404 problems; what is under `/calendar` stays so when the host answers the rest.
 */
export const nativeApi = (options: NativeOptions): Hono => {
  const parts = partsOf(options)
  const endpoints = nativeEndpoints(parts)
  const app = mount(endpoints, {
    authenticate: options.authenticate,
    maxBodyBytes: parts.limits.bodyBytes,
    onFault: parts.onFault,
  })
  const document = openApiDocument(endpoints, {
    title: 'Kalends',
    description: 'Events of a calendar: create, list, change, answer, cancel, follow.',
    version: '1',
  })
  app.get('/openapi.json', ({ req }) =>
    hardened(Response.json({ ...document, servers: [{ url: baseOf(req.url) }] })),
  )
  app.get('/docs', async () => hardened(await docsPage(document)))
  app.all('/calendar/*', notFound)
  return app
}

/** Where the routes are mounted, seen from where their document is. */
const baseOf = (url: string): string => new URL(url).pathname.replace(/\/openapi\.json$/, '') || '/'

const partsOf = ({
  calendar,
  directory,
  limits,
  onFault,
  stopping,
}: NativeOptions): NativeParts => ({
  calendar,
  directory,
  limits: { ...defaultNativeLimits, ...limits },
  onFault: onFault ?? toConsole,
  stopping: stopping ?? null,
})
