import type { Client, Middleware } from 'openapi-fetch'
import * as openApiFetch from 'openapi-fetch'
import type { ClientOptions } from './client-options.js'

/** A client of the contract whose paths are given, which authenticates with a scheme of HTTP. */
export const clientOf = <Paths extends object>(
  scheme: string,
  { baseUrl, token, headers, fetch }: ClientOptions,
): Client<Paths> => {
  const client = itself(openApiFetch.default)<Paths>({
    baseUrl,
    ...(headers === undefined ? {} : { headers }),
    ...(fetch === undefined ? {} : { fetch: async (request: Request) => fetch(request) }),
  })
  if (token !== undefined) client.use(authorizing(scheme, token))
  return client
}

type CreateOpenApiClient = typeof openApiFetch.default

/** To CommonJS the default export is a module that has it. */
const itself = (
  found: CreateOpenApiClient | { readonly default: CreateOpenApiClient },
): CreateOpenApiClient => ('default' in found ? found.default : found)

const authorizing = (scheme: string, token: NonNullable<ClientOptions['token']>): Middleware => ({
  onRequest: async ({ request }) => {
    const sent = typeof token === 'string' ? token : await token()
    request.headers.set('Authorization', `${scheme} ${sent}`)
  },
})
