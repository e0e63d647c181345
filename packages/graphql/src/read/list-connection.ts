import type { Side, Viewer } from '@kalends/core'
import { openToken, sealToken } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { BadInput } from '../errors/bad-input.js'
import { badInput } from '../errors/bad-input.js'
import type { ConnectionEdge, PageInfo } from './connection.js'
import { pageInfoOf } from './connection.js'

/** A list that is read whole: who reads it, which it is, and how its items are named. */
export interface ListPaging<N> {
  readonly secret: string
  readonly viewer: Viewer
  /** Cursors are bound to it. */
  readonly list: string
  /** Unique in the list, and the same when it is read again. */
  readonly nameOf: (node: N) => string
}

/** A page of a list. */
export interface ListPage<N> {
  readonly edges: readonly ConnectionEdge<N>[]
  readonly pageInfo: PageInfo
  readonly totalCount: number
}

/** A page of a list. A cursor whose item has left the list is refused as invalid. */
export const listConnection = <N>(
  nodes: readonly N[],
  side: Side,
  paging: ListPaging<N>,
): E.Either<BadInput, ListPage<N>> => {
  const place = placeOf(nodes, side, paging)
  if (place === 'Unknown') return E.left(badInput('INVALID_CURSOR', 'Invalid cursor'))
  const rest = side.type === 'First' ? nodes.slice(place + 1) : nodes.slice(0, place)
  const page = side.type === 'First' ? rest.slice(0, side.count) : lastOf(rest, side.count)
  const edges = page.map((node) => ({ cursor: cursorOf(paging, node), node }))
  const goesOn = rest.length > page.length
  const beside = cursorIn(side) !== undefined
  return E.right({
    edges,
    pageInfo: pageInfoOf(edges, {
      hasNextPage: side.type === 'First' ? goesOn : beside,
      hasPreviousPage: side.type === 'First' ? beside : goesOn,
    }),
    totalCount: nodes.length,
  })
}

const lastOf = <N>(nodes: readonly N[], count: number): readonly N[] =>
  nodes.slice(Math.max(0, nodes.length - count))

const cursorIn = (side: Side): string | undefined =>
  side.type === 'First' ? side.after : side.before

const keyOf = ({ secret, viewer }: Pick<ListPaging<unknown>, 'secret' | 'viewer'>) => ({
  secret,
  viewer,
})

const cursorOf = <N>(paging: ListPaging<N>, node: N): string =>
  sealToken(keyOf(paging), ['item', paging.list, paging.nameOf(node)])

const CursorCodec = t.tuple([t.literal('item'), t.string, t.string])

/** Where the cursor's item stands; without a cursor before the first, or behind the last. */
const placeOf = <N>(nodes: readonly N[], side: Side, paging: ListPaging<N>): number | 'Unknown' => {
  const cursor = cursorIn(side)
  if (cursor === undefined) return side.type === 'First' ? -1 : nodes.length
  const decoded = pipe(
    openToken(keyOf(paging), cursor),
    E.chainW((value) => CursorCodec.decode(value)),
  )
  if (E.isLeft(decoded)) return 'Unknown'
  const [, list, name] = decoded.right
  if (list !== paging.list) return 'Unknown'
  const index = nodes.findIndex((node) => paging.nameOf(node) === name)
  return index === -1 ? 'Unknown' : index
}
