import * as E from 'fp-ts/lib/Either.js'
import { Hono } from 'hono'
import type { Failure, Problem, Refusals } from '../problem/index.js'
import { problemOf, problemResponse } from '../problem/index.js'
import type { Answer, Endpoint } from './endpoint.js'
import type { Authenticate } from './identity.js'

/** What went wrong inside: an exception, or what a store or a directory said of its trouble. */
export interface Fault {
  readonly cause: unknown
  readonly method: string
  /** The path as documents have it: no ids. */
  readonly path: string
}

/** What endpoints are mounted with. */
export interface Host {
  readonly authenticate: Authenticate
  readonly maxBodyBytes: number
  /** Is told of what callers must not see. */
  readonly onFault: (fault: Fault) => void
  /** Default: problem details. */
  readonly refusals?: Refusals
  /** What `WWW-Authenticate` asks for. Default: `Bearer`. */
  readonly challenge?: string
}

/** Answers what is not there. */
export const notFound = (refusals?: Refusals): Response =>
  hardened(problemResponse({ code: 'NOT_FOUND' }, refusals))

/**
 * The endpoints as one handler: authenticates, decodes, answers.
 *
 * A known path answers other methods with 405 and `OPTIONS` with what it allows; all other paths are
 * 404. Nothing escapes: what throws becomes a 500 that tells no more.
 */
export const mount = (endpoints: readonly Endpoint[], host: Host): Hono => {
  const app = new Hono()
  const { refusals } = host
  for (const endpoint of endpoints) {
    const { method, path } = endpoint.document
    app.on(method, honoPath(path), ({ req }) => respond(endpoint, host, req.raw))
  }
  for (const [path, allow] of allowed(endpoints)) {
    app.all(honoPath(path), ({ req }) => otherMethod(req.method, allow, refusals))
  }
  app.notFound(() => notFound(refusals))
  app.onError((cause, { req }) => {
    host.onFault({ cause, method: req.method, path: '' })
    return hardened(problemResponse({ code: 'INTERNAL' }, refusals))
  })
  return app
}

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

const respond = async (endpoint: Endpoint, host: Host, request: Request): Promise<Response> => {
  const { method, path } = endpoint.document
  const { refusals } = host
  try {
    const identity = await host.authenticate(request)()
    if (E.isLeft(identity)) return hardened(problemResponse(unauthenticated(host), refusals))
    const answer = await endpoint.answer({
      request,
      identity: identity.right,
      maxBytes: host.maxBodyBytes,
    })
    if (E.isRight(answer)) return hardened(response(answer.right))
    const cause = troubleOf(answer.left)
    if (cause !== null) host.onFault({ cause, method, path })
    return hardened(problemResponse(problemOf(answer.left), refusals))
  } catch (cause) {
    host.onFault({ cause, method, path })
    return hardened(problemResponse({ code: 'INTERNAL' }, refusals))
  }
}

const unauthenticated = ({ challenge = 'Bearer' }: Host): Problem => ({
  code: 'UNAUTHENTICATED',
  headers: { 'WWW-Authenticate': challenge },
})

const troubleOf = (failure: Failure): Failure | null => {
  const passing: readonly Failure['type'][] = [
    'StoreFailure',
    'DirectoryFailure',
    'VersionConflict',
    'DuplicateEventId',
  ]
  return passing.includes(failure.type) ? failure : null
}

const response = ({ status, body, stream, headers }: Answer<unknown>): Response => {
  const init = { status, headers: { ...headers } }
  if (stream !== undefined) return new Response(stream, init)
  return body === undefined ? new Response(null, init) : Response.json(body, init)
}

/** What every answer says: it is the caller's alone, never kept, and what it says it is. */
export const hardened = (answer: Response): Response => {
  answer.headers.set('Cache-Control', 'private, no-store')
  answer.headers.set('X-Content-Type-Options', 'nosniff')
  return answer
}

const allowed = (endpoints: readonly Endpoint[]): ReadonlyMap<string, string> => {
  const methods = new Map<string, string[]>()
  for (const { document } of endpoints) {
    const known = methods.get(document.path) ?? []
    methods.set(document.path, [
      ...known,
      ...(document.method === 'GET' ? ['GET', 'HEAD'] : [document.method]),
    ])
  }
  return new Map([...methods].map(([path, known]) => [path, [...known, 'OPTIONS'].join(', ')]))
}

const otherMethod = (method: string, allow: string, refusals?: Refusals): Response =>
  hardened(
    method === 'OPTIONS'
      ? new Response(null, { status: 204, headers: { Allow: allow } })
      : problemResponse({ code: 'METHOD_NOT_ALLOWED', headers: { Allow: allow } }, refusals),
  )
