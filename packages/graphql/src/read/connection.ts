import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../errors/failure.js'

/** A page of a connection, by Relay's words. `totalCount` is found when it is run. */
export interface Connection<N> {
  readonly edges: readonly ConnectionEdge<N>[]
  readonly pageInfo: PageInfo
  readonly totalCount: TE.TaskEither<Failure, number>
}

/** A node and the cursor that names it in its connection. */
export interface ConnectionEdge<N> {
  readonly cursor: string
  readonly node: N
}

/** What lies around a page. @see https://relay.dev/graphql/connections.htm#sec-undefined.PageInfo */
export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/** The page of some edges. */
export const pageInfoOf = (
  edges: readonly ConnectionEdge<unknown>[],
  around: Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'>,
): PageInfo => ({
  ...around,
  startCursor: edges[0]?.cursor ?? null,
  endCursor: edges.at(-1)?.cursor ?? null,
})
