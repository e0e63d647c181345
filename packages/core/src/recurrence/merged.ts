import type { Found } from './compiled-rule.js'
import { listed } from './listed.js'
import type { Direction, LocalSource } from './local-source.js'

/** All that `sources` yield, in order, each once. */
export const merged = (sources: readonly LocalSource[]): LocalSource => {
  const [first, ...others] = sources
  if (first === undefined) return listed([])
  if (others.length === 0) return first
  return { forward: mergedWalk(sources, 'forward'), backward: mergedWalk(sources, 'backward') }
}

const mergedWalk = (
  sources: readonly LocalSource[],
  direction: Direction,
): LocalSource[Direction] => {
  const sign = direction === 'forward' ? 1 : -1
  return (range, found, budget) => {
    // The first of all are among the first of each.
    const chunks = sources.map((source) => {
      const chunk = { seconds: new Float64Array(found.seconds.length), count: 0 }
      source[direction](range, chunk, budget)
      return chunk
    })
    mergeInto(found, chunks, sign)
    budget.periodsLeft -= Math.ceil((found.count * sources.length) / STEPS_PER_PERIOD)
  }
}

const mergeInto = (found: Found, chunks: readonly Found[], sign: 1 | -1): void => {
  const cursors = chunks.map(() => 0)
  const keyAt = (index: number): number => {
    const chunk = chunks[index]
    const at = cursors[index]
    if (chunk === undefined || at === undefined || at >= chunk.count) return Infinity
    return sign * (chunk.seconds[at] ?? Infinity)
  }
  let count = 0
  while (count < found.seconds.length) {
    let nearest = Infinity
    for (let i = 0; i < chunks.length; i += 1) nearest = Math.min(nearest, keyAt(i))
    if (nearest === Infinity) break
    for (let i = 0; i < chunks.length; i += 1) {
      if (keyAt(i) === nearest) cursors[i] = (cursors[i] ?? 0) + 1
    }
    found.seconds[count] = sign * nearest
    count += 1
  }
  found.count = count
}

/** So many looks at the next of a source take as long as a period. */
const STEPS_PER_PERIOD = 4
