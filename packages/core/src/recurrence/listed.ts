import type { Found, LocalRange } from './compiled-rule.js'
import type { LocalSource } from './local-source.js'

/** The given local seconds, in any order and more than once, as a source. */
export const listed = (localSeconds: readonly number[]): LocalSource => {
  const sorted = Float64Array.from(new Set(localSeconds)).sort()
  return {
    forward: (range, found) => {
      const part = within(sorted, range).subarray(0, found.seconds.length)
      write(part, found)
    },
    backward: (range, found) => {
      const part = within(sorted, range).toReversed().subarray(0, found.seconds.length)
      write(part, found)
    },
  }
}

const write = (part: Float64Array, found: Found): void => {
  found.seconds.set(part)
  found.count = part.length
}

const within = (sorted: Float64Array, range: LocalRange): Float64Array =>
  sorted.subarray(indexFrom(sorted, range.from), indexFrom(sorted, range.to))

/** The index of the first that is at least `bound`. */
const indexFrom = (sorted: Float64Array, bound: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) < bound) low = middle + 1
    else high = middle
  }
  return low
}
