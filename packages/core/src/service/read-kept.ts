import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Occurrence } from '../occurrence/index.js'
import type { SortKey } from '../query/index.js'
import { compareIn } from '../query/index.js'
import type { SeriesFailure } from './failure.js'
import { read } from './list.js'
import type { Parts } from './parts.js'
import type { Row, Slice } from './singles.js'

/** Which rows: `count` of those that are kept, in `direction`, beyond a row; infinitely many are all of them. */
export interface Keeping extends Omit<Slice, 'from'> {
  /** Not included. Null for the first ones. */
  readonly beyond: SortKey | null
  /** Null keeps all. */
  readonly keeps: ((occurrence: Occurrence) => boolean) | null
}

/** Reads until so many rows are kept, or to the end of the window. */
export const readKept =
  (
    parts: Parts,
    { beyond, keeps, count, ...slice }: Keeping,
  ): TE.TaskEither<SeriesFailure, readonly Row[]> =>
  async () => {
    const kept: Row[] = []
    const compare = compareIn(slice.direction)
    let last = beyond
    for (;;) {
      const wanted = Math.min(count - kept.length, CHUNK) + 1 // the row at `last` comes again
      const found = await read(parts, { ...slice, from: last, count: wanted })()
      if (E.isLeft(found)) return found
      for (const row of found.right) {
        const isNew = last === null || compare(row.key, last) > 0
        if (isNew && (keeps?.(row) ?? true)) kept.push(row)
      }
      last = found.right.at(-1)?.key ?? last
      if (kept.length >= count) return E.right(kept.slice(0, count))
      if (found.right.length < wanted) return E.right(kept)
    }
  }

const CHUNK = 500
