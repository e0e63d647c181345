import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { SeriesFailure } from './failure.js'
import { read } from './list.js'
import type { Parts } from './parts.js'
import type { Row, Slice } from './singles.js'

/** Which window, whose, as of when. */
export type Whole = Omit<Slice, 'from' | 'count'>

/**
 * Reads a whole window of a viewer's occurrences, in order. Others get their turn after every thousand.
 *
 * Refuses a window with more than 100,000, so that nobody's calendar holds up everybody's.
 */
export const readAll =
  (parts: Parts, whole: Whole): TE.TaskEither<SeriesFailure, readonly Row[]> =>
  async () => {
    const all: Row[] = []
    let from: Slice['from'] = null
    for (;;) {
      const rows: E.Either<SeriesFailure, readonly Row[]> = await read(parts, {
        ...whole,
        from,
        count: CHUNK + 1,
      })()
      if (E.isLeft(rows)) return rows
      all.push(...rows.right.slice(0, CHUNK))
      const next: Row | undefined = rows.right[CHUNK]
      if (next === undefined) return E.right(all)
      if (all.length >= MOST) return E.left({ type: 'TooManyOccurrences', limit: MOST })
      from = next.key
      await othersTurn()
    }
  }

const CHUNK = 1000
const MOST = 100_000

const othersTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
