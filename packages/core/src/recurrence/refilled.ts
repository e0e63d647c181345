import type { Budget, Found, LocalRange } from './compiled-rule.js'
import type { Direction, LocalSource } from './local-source.js'

/** Takes out of a chunk what shall not stay, keeping the order. */
export type Prune = (chunk: Found, direction: Direction, budget: Budget) => void

/** What `prune` leaves of `source`. Walks on until a chunk is full again; what is taken out counts as work. */
export const refilled = (source: LocalSource, prune: Prune): LocalSource => ({
  forward: prunedWalk(source, prune, 'forward'),
  backward: prunedWalk(source, prune, 'backward'),
})

const prunedWalk =
  (source: LocalSource, prune: Prune, direction: Direction): LocalSource[Direction] =>
  (range, found, budget) => {
    const capacity = found.seconds.length
    const chunk = { seconds: new Float64Array(Math.max(capacity, LEAST_CHUNK)), count: 0 }
    let rest: LocalRange = range
    let count = 0
    let isMore = true
    while (isMore && count < capacity) {
      chunk.count = 0
      source[direction](rest, chunk, budget)
      isMore = chunk.count === chunk.seconds.length
      rest = beyond(rest, chunk, direction)
      const before = chunk.count
      prune(chunk, direction, budget)
      budget.periodsLeft -= before - chunk.count
      isMore &&= budget.periodsLeft >= 0
      const kept = chunk.seconds.subarray(0, Math.min(chunk.count, capacity - count))
      found.seconds.set(kept, count)
      count += kept.length
    }
    found.count = count
  }

/** What a walk of `range` has left to do after `chunk`. */
export const beyond = (range: LocalRange, chunk: Found, direction: Direction): LocalRange => {
  const last = chunk.seconds[chunk.count - 1]
  if (last === undefined) return range
  return direction === 'forward' ? { from: last + 1, to: range.to } : { from: range.from, to: last }
}

const LEAST_CHUNK = 32
