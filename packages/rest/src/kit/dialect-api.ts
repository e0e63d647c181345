import type { Hono } from 'hono'
import type { Authenticate, Fault } from '../http/index.js'
import { hardened, mount, notFound } from '../http/index.js'
import { openApiDocument } from '../openapi/index.js'
import type { Dialect } from './dialect.js'
import { toConsole } from './to-console.js'

/** What any dialect is served with. */
export interface DialectHost {
  readonly authenticate: Authenticate
  /** Is told of exceptions and of what stores and directories say of their trouble. Default: the console. */
  readonly onFault?: (fault: Fault) => void
  /** How large a body may be. Default 1 MiB. */
  readonly maxBodyBytes?: number
}

/**
 * A dialect over HTTP, and its OpenAPI document.
 *
 * Mounts anywhere, alone or beside others, under any path: `app.route('/', api)` in Hono, `api.fetch` everywhere else.
 * What is under the dialect's prefix and not there stays its own to refuse; so does everything else where it stands alone.
 */
export const dialectApi = (
  { prefix, documentPath, info, endpoints, refusals }: Dialect,
  { authenticate, onFault = toConsole, maxBodyBytes = 1_048_576 }: DialectHost,
): Hono => {
  const app = mount(endpoints, {
    ...{ authenticate, maxBodyBytes, onFault, refusals },
    ...(info.scheme === undefined ? {} : { challenge: info.scheme }),
  })
  const document = openApiDocument(endpoints, info, refusals)
  app.get(documentPath, ({ req }) => {
    const base = new URL(req.url).pathname.slice(0, -documentPath.length)
    return hardened(Response.json({ ...document, servers: [{ url: base === '' ? '/' : base }] }))
  })
  app.all(`${prefix}/*`, () => notFound(refusals))
  return app
}
