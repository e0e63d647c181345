import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import * as E from 'fp-ts/lib/Either.js'
import { createYoga } from 'graphql-yoga'
import { newLoaders } from './context/loaders.js'
import { newOutside } from './context/outside.js'
import { forbidden, unauthenticated } from './errors/refused-access.js'
import { documentCaches } from './guard/document-caches.js'
import { bodyPlugin } from './guard/body-plugin.js'
import { guardPlugin } from './guard/guard-plugin.js'
import { conditionalPlugin } from './http/conditional-plugin.js'
import { enginePlugin } from './http/engine-plugin.js'
import { type Exchange, newExchange } from './http/exchange.js'
import type { Identity } from './http/identity.js'
import { isLetIn } from './http/identity.js'
import { maskBy } from './http/mask.js'
import { errorResponse, hardened, pageResponse } from './http/responses.js'
import type { GraphqlOptions, Persisted } from './options.js'
import type { GraphqlParts } from './parts.js'
import { partsOf } from './parts.js'
import { newSchema } from './schema/new-schema.js'

/** The GraphQL facade as a handler of the Fetch API. */
export interface GraphqlApi {
  readonly fetch: (request: Request) => Promise<Response>
}

/**
 * The GraphQL facade over HTTP, at whichever path the host gives it: queries by GET and POST, mutations by POST,
 * subscriptions as server-sent events.
 *
 * Nothing is parsed for callers that are not known. Nothing escapes: what throws becomes an error that tells no more.
 */
export const graphqlApi = (options: GraphqlOptions): GraphqlApi => {
  const parts = partsOf(options)
  const yoga = yogaOf(parts, options)
  return {
    fetch: async (request) => {
      if (options.graphiql !== undefined && wantsPage(request)) {
        return pageResponse(await options.graphiql())
      }
      const identity = await identityOf(options, parts, request)
      if (identity instanceof Response) return hardened(identity, { type: 'Untagged' })
      const exchange = exchangeOf(parts, identity, request)
      const response = await yoga.handleRequest(request, { exchange })
      return hardened(response, exchange.answered())
    },
  }
}

const wantsPage = ({ method, headers }: Request): boolean =>
  method === 'GET' && headers.get('Accept')?.includes('text/html') === true

const identityOf = async (
  { authenticate, permits }: GraphqlOptions,
  { onFault }: GraphqlParts,
  request: Request,
): Promise<Identity | Response> => {
  try {
    const identity = await authenticate(request)()
    if (E.isLeft(identity) || !isLetIn(identity.right)) return errorResponse(unauthenticated(), 401)
    return permits?.(identity.right) === false
      ? errorResponse(forbidden('The calendar may not be read'), 403)
      : identity.right
  } catch (cause) {
    onFault({ cause, at: 'authenticate' })
    return errorResponse(internal(), 500)
  }
}

const internal = () => maskBy({ onFault: () => undefined })(null)

const exchangeOf = (
  parts: GraphqlParts,
  { tenantId, userId }: Identity,
  request: Request,
): Exchange => {
  const viewer = { tenantId, userId }
  const outside = newOutside()
  const loaders = newLoaders(parts, viewer, outside)
  return newExchange({ parts, viewer, outside, loaders, leaving: () => request.signal }, request)
}

const yogaOf = (parts: GraphqlParts, { persisted, introspection = 'On' }: GraphqlOptions) =>
  createYoga<{ exchange: Exchange }>({
    schema: newSchema(),
    // The runtime's own: streams of another make are read by iterating, and break when a reader leaves.
    fetchAPI: { Request, Response, Headers, ReadableStream, TextEncoder, TextDecoder },
    context: ({ exchange }) => exchange.context,
    graphqlEndpoint: '*',
    landingPage: false,
    graphiql: false,
    cors: false,
    logging: false,
    batching: false,
    multipart: false,
    parserAndValidationCache: documentCaches(KEPT_CHARACTERS),
    maxRequestBodySize: false,
    maskedErrors: { maskError: maskBy(parts), isDev: false },
    plugins: [
      enginePlugin(introspection),
      ...(persisted === undefined ? [] : [persistedDocuments(persisted)]),
      bodyPlugin(parts.limits.bodyBytes),
      guardPlugin(parts.limits, introspection),
      conditionalPlugin(),
    ],
  })

/** Of documents: some hundred of the usual ones. */
const KEPT_CHARACTERS = 262_144

const persistedDocuments = ({ document, others }: Persisted) =>
  usePersistedOperations({
    getPersistedOperation: document,
    allowArbitraryOperations: others === 'Allowed',
  })
