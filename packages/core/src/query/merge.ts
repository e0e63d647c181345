import type { Left } from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Direction, SortKey } from './order.js'
import { compareIn } from './order.js'

/** Rows in one order, handed out batch by batch; an empty batch is the end. */
export type OrderedSource<E, A extends Placed> = () => TE.TaskEither<E, readonly A[]>

/** A row with its place in the order. */
export interface Placed {
  readonly key: SortKey
}

/**
 * The first `count` rows of several ordered sources, in their common order.
 *
 * Reads no source further than it must: a source is asked again only when its batch is used up.
 * Every source must be ordered in `direction`. A row that several have is the first source's, once.
 */
export const mergeOrdered =
  <E, A extends Placed>(direction: Direction, count: number) =>
  (sources: readonly OrderedSource<E, A>[]): TE.TaskEither<E, readonly A[]> =>
  async () => {
    const heads = sources.map(headOf)
    const merged: A[] = []
    const compare = compareIn(direction)
    while (merged.length < count) {
      const dry = heads.filter((head) => head.isDry())
      if (dry.length > 0) {
        const refilled = await Promise.all(dry.map((head) => head.refill()))
        const failure = refilled.find((each) => each !== null)
        if (failure) return failure
      }
      const first = leading(heads, (a, b) => compare(a.key, b.key))
      if (first === null) break
      merged.push(first)
    }
    return { _tag: 'Right', right: merged }
  }

/** A source with what is read of it and not yet handed out. */
interface Head<E, A> {
  readonly peek: () => A | undefined
  readonly take: () => void
  readonly isDry: () => boolean
  readonly refill: () => Promise<Left<E> | null>
}

const headOf = <E, A extends Placed>(pull: OrderedSource<E, A>): Head<E, A> => {
  let batch: readonly A[] = []
  let next = 0
  let done = false
  return {
    peek: () => batch[next],
    take: () => {
      next += 1
    },
    isDry: () => !done && next >= batch.length,
    refill: async () => {
      const pulled = await pull()()
      if (pulled._tag === 'Left') return pulled
      batch = pulled.right
      next = 0
      done = batch.length === 0
      return null
    },
  }
}

const leading = <E, A>(heads: readonly Head<E, A>[], compare: (a: A, b: A) => number): A | null => {
  let first: Head<E, A> | null = null
  let row: A | null = null
  for (const head of heads) {
    const candidate = head.peek()
    if (candidate === undefined) continue
    const order = row === null ? -1 : compare(candidate, row)
    if (order === 0) head.take()
    if (order >= 0) continue
    first = head
    row = candidate
  }
  first?.take()
  return row
}
