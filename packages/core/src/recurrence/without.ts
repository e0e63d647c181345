import type { Budget, Found, LocalRange } from './compiled-rule.js'
import type { Direction, LocalSource } from './local-source.js'
import { beyond, refilled } from './refilled.js'

/** What `source` yields and `excluded` does not. */
export const without = (source: LocalSource, excluded: LocalSource): LocalSource =>
  refilled(source, (chunk, direction, budget) => {
    const isExcluded = exclusionsOver(excluded, spanOf(chunk, direction), { direction, budget })
    let count = 0
    for (let i = 0; i < chunk.count; i += 1) {
      const localSeconds = chunk.seconds[i] ?? 0
      if (isExcluded(localSeconds)) continue
      chunk.seconds[count] = localSeconds
      count += 1
    }
    chunk.count = count
  })

/** Answers in the order of the walk, for which it walks along. */
const exclusionsOver = (
  excluded: LocalSource,
  span: LocalRange,
  { direction, budget }: { readonly direction: Direction; readonly budget: Budget },
): ((localSeconds: number) => boolean) => {
  const sign = direction === 'forward' ? 1 : -1
  const chunk = { seconds: new Float64Array(CHUNK), count: 0 }
  let rest = span
  let at = 0
  let isMore = true
  return (localSeconds) => {
    for (;;) {
      while (at < chunk.count && sign * (chunk.seconds[at] ?? 0) < sign * localSeconds) at += 1
      if (at < chunk.count) return chunk.seconds[at] === localSeconds
      if (!isMore) return false
      chunk.count = 0
      at = 0
      excluded[direction](rest, chunk, budget)
      isMore = chunk.count === CHUNK && budget.periodsLeft >= 0
      rest = beyond(rest, chunk, direction)
    }
  }
}

const spanOf = ({ seconds, count }: Found, direction: Direction): LocalRange => {
  const first = seconds[0] ?? 0
  const last = seconds[count - 1] ?? 0
  return direction === 'forward' ? { from: first, to: last + 1 } : { from: last, to: first + 1 }
}

const CHUNK = 64
