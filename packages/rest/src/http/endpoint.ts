import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure, FieldError, Problem, ProblemCode } from '../problem/index.js'
import { invalid, refused } from '../problem/index.js'
import type { AnyCodec, Codec, Schema } from '../wire/index.js'
import { fieldErrors, nothing } from '../wire/index.js'
import { idempotencyKey } from './idempotency-key.js'
import type { Identity } from './identity.js'
import { ifMatch } from './if-match.js'
import { lastEventId } from './last-event-id.js'
import type { Params, ParamValues } from './params.js'
import { decodeParams } from './params.js'
import { pathParams } from './path-params.js'
import { rawQuery } from './raw-query.js'
import { readBody } from './read-body.js'

/** A request header that endpoints may honour. */
export type HonouredHeader = 'If-Match' | 'Idempotency-Key' | 'Last-Event-ID'

/** What an endpoint is asked, decoded. */
export interface Asked<P extends Params, Q extends Params, B> {
  readonly identity: Identity
  readonly params: ParamValues<P>
  readonly query: ParamValues<Q>
  readonly body: B
  /** The revisions that `If-Match` allows; undefined for any. */
  readonly ifRevision: readonly number[] | undefined
  /** The `Idempotency-Key`. */
  readonly commandId: string | undefined
  /** The `Last-Event-ID`. */
  readonly lastEventId: string | undefined
  readonly url: URL
  /** A signal that aborts when the caller leaves; made when asked for, since few need it. */
  readonly leaving: () => AbortSignal
}

/** What an endpoint answers; without a body when `body` and `stream` are left out. */
export interface Answer<A> {
  readonly status: number
  readonly body?: A
  /** A body that is no JSON; its media type is among the `headers`. */
  readonly stream?: ReadableStream<Uint8Array>
  readonly headers?: Readonly<Record<string, string>>
}

/** A body that an endpoint reads; none when there are no media types. */
export interface BodySpec<B> {
  readonly codec: Codec<B, unknown>
  readonly mediaTypes: readonly string[]
}

/** What an endpoint says that reads no body. */
export const noBody: BodySpec<null> = { codec: nothing('must be left out'), mediaTypes: [] }

/** What documents say of an endpoint. */
export interface EndpointDocument {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `{name}` for each path parameter: `/calendar/events/{event_id}`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly params: Params
  readonly query: Params
  readonly headers: readonly HonouredHeader[]
  readonly body: { readonly schema: Schema; readonly mediaTypes: readonly string[] } | null
  readonly answers: Readonly<Record<number, AnswerDocument>>
  /** What it refuses with beside what every endpoint may. */
  readonly problems: readonly ProblemCode[]
}

/** What documents say of one answer. */
export interface AnswerDocument {
  readonly description: string
  readonly codec: AnyCodec | null
  /** Default JSON. */
  readonly mediaType?: string
  /** The header that carries the event's revision, the place of what was created. */
  readonly headers?: readonly ('ETag' | 'Location')[]
}

/** An endpoint: what it decodes, what it does, what it answers. */
export interface EndpointSpec<P extends Params, Q extends Params, B, A> extends Omit<
  EndpointDocument,
  'params' | 'query' | 'body'
> {
  readonly params: P
  readonly query: Q
  readonly body: BodySpec<B>
  readonly handle: (asked: Asked<P, Q, B>) => TE.TaskEither<Failure, Answer<A>>
}

/** A request whose sender is known. */
export interface Incoming {
  readonly request: Request
  readonly identity: Identity
  readonly maxBytes: number
}

/** An endpoint whose types are closed over: ready to be mounted. */
export interface Endpoint {
  readonly document: EndpointDocument
  readonly answer: (incoming: Incoming) => Promise<E.Either<Failure, Answer<unknown>>>
}

/** Makes an endpoint. Everything that is wrong with the shape of a request is told at once. */
export const endpoint = <P extends Params, Q extends Params, B, A>(
  spec: EndpointSpec<P, Q, B, A>,
): Endpoint => {
  const { handle, body, ...document } = spec
  const { codec, mediaTypes } = body
  return {
    document: {
      ...document,
      body: mediaTypes.length === 0 ? null : { schema: codec.schema, mediaTypes },
    },
    answer: async (incoming) => {
      const asked = await decode(spec, incoming)
      return E.isLeft(asked) ? E.left(refused(asked.left)) : handle(asked.right)()
    },
  }
}

const decode = async <P extends Params, Q extends Params, B, A>(
  spec: EndpointSpec<P, Q, B, A>,
  { request, identity, maxBytes }: Incoming,
): Promise<E.Either<Problem, Asked<P, Q, B>>> => {
  const body = await decodeBody(spec, request, maxBytes)
  if (E.isLeft(body) && 'code' in body.left) return E.left(body.left)
  const url = new URL(request.url)
  const params = decodeParams(spec.params, pathParams(spec.path, url))
  const query = decodeParams(spec.query, rawQuery(url))
  const ifRevision = header(spec, request, { name: 'If-Match', read: ifMatch })
  const commandId = header(spec, request, { name: 'Idempotency-Key', read: idempotencyKey })
  const eventId = header(spec, request, { name: 'Last-Event-ID', read: lastEventId })
  if (
    E.isLeft(params) ||
    E.isLeft(query) ||
    E.isLeft(ifRevision) ||
    E.isLeft(commandId) ||
    E.isLeft(eventId) ||
    E.isLeft(body)
  ) {
    return E.left(invalid([params, query, ifRevision, commandId, eventId, body].flatMap(errorsOf)))
  }
  return E.right({
    identity,
    params: params.right,
    query: query.right,
    ifRevision: ifRevision.right,
    commandId: commandId.right,
    lastEventId: eventId.right,
    body: body.right,
    url,
    leaving: () => request.signal,
  })
}

const errorsOf = (
  result: E.Either<readonly FieldError[] | Problem, unknown>,
): readonly FieldError[] => (E.isLeft(result) && !('code' in result.left) ? result.left : [])

const decodeBody = async <B>(
  { body }: { readonly body: BodySpec<B> },
  request: Request,
  maxBytes: number,
): Promise<E.Either<Problem | readonly FieldError[], B>> => {
  const { mediaTypes } = body
  const json =
    mediaTypes.length === 0 ? E.right(null) : await readBody(request, { maxBytes, mediaTypes })
  if (E.isLeft(json)) return json
  const decoded = body.codec.decode(json.right)
  return E.isRight(decoded) ? decoded : E.left(fieldErrors(decoded.left))
}

interface HeaderReading<A> {
  readonly name: HonouredHeader
  readonly read: (header: string | null) => E.Either<string, A>
}

const header = <A>(
  { headers }: { readonly headers: readonly HonouredHeader[] },
  request: Request,
  { name, read }: HeaderReading<A>,
): E.Either<readonly FieldError[], A> => {
  const result = read(headers.includes(name) ? request.headers.get(name) : null)
  return E.isRight(result) ? result : E.left([{ pointer: `/${name}`, detail: result.left }])
}
