import type { UserId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Endpoint, EndpointDocument, Identity, Params, ParamValues } from '../http/index.js'
import { endpoint, noBody } from '../http/index.js'
import type { Failure, Problem } from '../problem/index.js'
import { refused } from '../problem/index.js'
import type { AnyCodec } from '../wire/index.js'
import type { Names, NamesParts } from './names.js'
import { namesOf } from './names.js'

/** What a page of a listing has, whichever read made it. */
export interface Listed<Row> {
  readonly items: readonly Row[]
}

/** What is known beside a row when it is written: who asked for what, and what users are called. */
export interface RowContext<Q extends Params> {
  readonly identity: Identity
  readonly query: ParamValues<Q>
  readonly names: Names
}

/** What a dialect says of a listing. Types are told by it: parameters, the read's request, its rows and its page. */
export interface ListingSpec<Q extends Params, R, P extends Listed<unknown>, W, A> extends Pick<
  EndpointDocument,
  'path' | 'operationId' | 'summary' | 'description' | 'problems'
> {
  readonly query: Q
  /** What is to be read for these parameters, or why nothing is. */
  readonly request: (asked: {
    readonly identity: Identity
    readonly query: ParamValues<Q>
  }) => E.Either<Problem, R>
  /** One of core's reads. */
  readonly read: (request: R) => TE.TaskEither<Failure, P>
  /** Whose names a row needs. They are looked up once for the whole page. */
  readonly users: (row: P['items'][number]) => readonly UserId[]
  readonly row: (row: P['items'][number], context: RowContext<Q>) => W
  /** The rows with what is said around them. */
  readonly answer: (rows: readonly W[], page: P, query: ParamValues<Q>) => A
  /** The page as it is written. */
  readonly codec: AnyCodec & { readonly _O: A }
}

/** A `GET` endpoint that lists: decodes its parameters, reads a page, names its people, writes its rows. */
export const listing = <Q extends Params, R, P extends Listed<unknown>, W, A>(
  parts: NamesParts,
  spec: ListingSpec<Q, R, P, W, A>,
): Endpoint => {
  const { request, read, users, row, answer, codec, ...document } = spec
  return endpoint({
    ...document,
    method: 'GET',
    params: {},
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The page.', codec } },
    handle: ({ identity, query }) =>
      pipe(
        TE.fromEither(E.mapLeft(refused)(request({ identity, query }))),
        TE.chain(read),
        TE.chain((page: P) =>
          namedPage(page, namesOf(parts, identity.tenantId, page.items.flatMap(users))),
        ),
        TE.map(({ page, names }) => {
          const rows = page.items.map((each) => row(each, { identity, query, names }))
          return { status: 200, body: answer(rows, page, query) }
        }),
      ),
  })
}

const namedPage = <P>(page: P, names: ReturnType<typeof namesOf>) =>
  pipe(
    TE.fromTask<Names, Failure>(names),
    TE.map((found) => ({ page, names: found })),
  )
