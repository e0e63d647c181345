import { ALL_TIME } from '../all-time.js'
import type { Budget, LocalRange } from '../compiled-rule.js'
import type { LocalSource } from '../local-source.js'
import { beyond } from '../refilled.js'

/** The first `count` of what `source` yields. Walks there once, when first asked. */
export const counted = (source: LocalSource, count: number): LocalSource => {
  let end: number | null = null
  const endOf = (budget: Budget): number => {
    if (end !== null) return end
    const found = endAfter(source, count, budget)
    if (budget.periodsLeft >= 0) end = found
    return found
  }
  const bounded = (range: LocalRange, budget: Budget): LocalRange => ({
    from: range.from,
    to: Math.min(range.to, endOf(budget)),
  })
  return {
    forward: (range, found, budget) => source.forward(bounded(range, budget), found, budget),
    backward: (range, found, budget) => source.backward(bounded(range, budget), found, budget),
  }
}

const endAfter = (source: LocalSource, count: number, budget: Budget): number => {
  const capacity = Math.min(count, CHUNK)
  const chunk = { seconds: new Float64Array(capacity), count: 0 }
  let rest = ALL_TIME
  let before = 0
  for (;;) {
    chunk.count = 0
    source.forward(rest, chunk, budget)
    if (before + chunk.count >= count) return (chunk.seconds[count - before - 1] ?? 0) + 1
    if (chunk.count < capacity || budget.periodsLeft < 0) return ALL_TIME.to
    before += chunk.count
    rest = beyond(rest, chunk, 'forward')
  }
}

const CHUNK = 1024
