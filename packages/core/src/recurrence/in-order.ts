import type { Search } from './search.js'
import type { Occurrences } from './occurrences.js'

/** What was found in any order. */
export interface Unordered {
  readonly startMs: readonly number[]
  readonly localSeconds: readonly number[]
}

/**
 * The first of what was found, in the order of the search, each instant once. Of two readings of one instant the
 * later stays, which is what the clock shows.
 */
export const inOrder = (
  { startMs, localSeconds }: Unordered,
  { direction, limit }: Search,
): Occurrences => {
  const sign = direction === 'forward' ? 1 : -1
  const startOf = (index: number) => startMs[index] ?? 0
  const readingOf = (index: number) => localSeconds[index] ?? 0
  const sorted = startMs
    .map((_, index) => index)
    .sort((a, b) => sign * (startOf(a) - startOf(b)) || readingOf(b) - readingOf(a))
    .filter((index, i, all) => i === 0 || startOf(index) !== startOf(all[i - 1] ?? index))
    .slice(0, limit)
  return {
    startMs: sorted.map(startOf),
    localSeconds: sorted.map(readingOf),
  }
}
