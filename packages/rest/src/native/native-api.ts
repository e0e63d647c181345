import type { Hono } from 'hono'
import { docsPage } from '../docs/index.js'
import { hardened } from '../http/index.js'
import { dialectApi, toConsole } from '../kit/index.js'
import type { DocumentInfo } from '../openapi/index.js'
import { openApiDocument } from '../openapi/index.js'
import { problemRefusals } from '../problem/index.js'
import { nativeEndpoints } from './endpoints.js'
import type { NativeOptions, NativeParts } from './options.js'
import { defaultNativeLimits } from './options.js'

/**
 * The native contract over HTTP: what is under `/calendar`, `/openapi.json`, `/docs`.
 *
 * Mounts anywhere, under any path: `app.route('/', api)` in Hono, `api.fetch` everywhere else. All
 * other paths are 404 problems; what is under `/calendar` stays so when the host answers the rest.
 */
export const nativeApi = (options: NativeOptions): Hono => {
  const parts = partsOf(options)
  const endpoints = nativeEndpoints(parts)
  const app = dialectApi(
    {
      prefix: '/calendar',
      documentPath: '/openapi.json',
      info,
      endpoints,
      refusals: problemRefusals,
    },
    {
      authenticate: options.authenticate,
      maxBodyBytes: parts.limits.bodyBytes,
      onFault: parts.onFault,
    },
  )
  const document = openApiDocument(endpoints, info)
  app.get('/docs', async () => hardened(await docsPage(document)))
  return app
}

const info: DocumentInfo = {
  title: 'Kalends',
  description: 'Events of a calendar: create, list, change, answer, cancel, follow.',
  version: '1',
}

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
