import type { Instant } from '../time/index.js'

/** Time from its first instant to its second, `[start, end)`. */
export type Stretch = readonly [Instant, Instant]

/** The same time in stretches that are apart and in order: those that overlap or touch become one. */
export const united = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const all: Stretch[] = []
  for (const [start, end] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last !== undefined && start <= last[1])
      all[all.length - 1] = [last[0], Math.max(last[1], end)]
    else all.push([start, end])
  }
  return all
}

/** What of `stretches` is in none of `others`. Both are apart and in order. One pass over both. */
export const without = (
  stretches: readonly Stretch[],
  others: readonly Stretch[],
): readonly Stretch[] => {
  const rest: Stretch[] = []
  let nextOther = 0
  for (const [start, end] of stretches) {
    let from = start
    for (let other = others[nextOther]; other !== undefined; other = others[(nextOther += 1)]) {
      const [taken, free] = other
      if (taken >= end) break
      if (taken > from) rest.push([from, taken])
      from = Math.max(from, free)
      // It may reach into the next stretch too.
      if (free > end) break
    }
    if (from < end) rest.push([from, end])
  }
  return rest
}
