import type { Zone } from '../time/zone.js'
import { ALL_TIME } from './all-time.js'
import type { Budget, CompiledRule, Found } from './compiled-rule.js'
import { gapsIn, showsIn } from './gaps.js'
import { kept } from './kept.js'
import type { LocalSource } from './local-source.js'

/** A rule compiled with another count. */
export type WithCount = (count: number | null) => CompiledRule

/**
 * What a rule yields where the clock of `zone` shows it. What falls into a gap is not counted: a rule with a
 * count goes on until it has as many.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 "MUST be ignored and MUST NOT be counted"
 */
export const withoutGaps = (zone: Zone, compile: WithCount, count: number | null): LocalSource => {
  const shows = showsIn(zone)
  let counted = compile(count)
  if (count === null) return kept(counted, shows)
  let source = kept(counted, shows)
  let isSettled = false
  const settle = (budget: Budget): void => {
    if (isSettled) return
    for (let before = -1, missing = 0; missing !== before;) {
      before = missing
      missing = countInGaps(zone, counted, budget)
      if (budget.periodsLeft < 0) return
      if (missing !== before) counted = compile(count + missing)
    }
    source = kept(counted, shows)
    isSettled = true
  }
  return {
    forward: (range, found, budget) => {
      source.forward(range, found, budget)
      const isFull = found.count === found.seconds.length
      if (isSettled || isFull || range.to <= lastOf(counted, budget)) return
      settle(budget)
      source.forward(range, found, budget)
    },
    backward: (range, found, budget) => {
      settle(budget)
      source.backward(range, found, budget)
    },
  }
}

const countInGaps = (zone: Zone, counted: CompiledRule, budget: Budget): number => {
  const edge = { seconds: new Float64Array(1), count: 0 }
  counted.forward(ALL_TIME, edge, budget)
  const from = edge.seconds[0]
  if (edge.count === 0 || from === undefined) return 0
  const chunk = { seconds: new Float64Array(CHUNK), count: 0 }
  let total = 0
  for (const gap of gapsIn(zone, { from, to: lastOf(counted, budget) + 1 })) {
    budget.periodsLeft -= 1
    if (budget.periodsLeft < 0) break
    total += countOf(counted, gap, { chunk, budget })
  }
  return total
}

const lastOf = (source: LocalSource, budget: Budget): number => {
  const edge = { seconds: new Float64Array(1), count: 0 }
  source.backward(ALL_TIME, edge, budget)
  return edge.count === 0 ? -Infinity : (edge.seconds[0] ?? -Infinity)
}

const countOf = (
  source: LocalSource,
  { from, to }: { readonly from: number; readonly to: number },
  { chunk, budget }: { readonly chunk: Found; readonly budget: Budget },
): number => {
  let total = 0
  let next = from
  do {
    chunk.count = 0
    source.forward({ from: next, to }, chunk, budget)
    total += chunk.count
    next = (chunk.seconds[chunk.count - 1] ?? to) + 1
  } while (chunk.count === CHUNK && budget.periodsLeft >= 0)
  return total
}

const CHUNK = 128
