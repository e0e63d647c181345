import { SECOND_MS } from '../time/units.js'
import { inAllTime } from './all-time.js'
import type { Budget, Found, LocalRange } from './compiled-rule.js'
import { inOrder } from './in-order.js'
import { localRangeOf, mayTurnBack, type Starts, startsOf } from './in-zone.js'
import type { Direction } from './local-source.js'
import type { Occurrences } from './occurrences.js'
import type { OpenSet } from './open-set.js'
import { beyond } from './refilled.js'
import type { Search, StartWindow } from './search.js'

/** The occurrences that start in a window, or null when the budget does not suffice. */
export const collect = (open: OpenSet, search: Search, budget: Budget): Occurrences | null => {
  if (!(search.from < search.to) || search.limit < 1) return NONE
  const most = budget.periodsLeft
  const startMs: number[] = []
  const localSeconds: number[] = []
  const chunk = chunkOf(search.limit)
  let rest = inAllTime(readingsOf(open, search))
  let wanted = search.limit
  for (;;) {
    chunk.count = 0
    open.source[search.direction](rest, chunk, budget)
    if (budget.periodsLeft < 0) return null
    const { startMs: starts, inGaps } = startsIn(open, chunk)
    wanted += inGaps // each may turn out to be another's double
    const { first, end } = partInside(search, starts)
    const isLast: boolean =
      chunk.count < chunk.seconds.length ||
      (startMs.length + end - first >= wanted &&
        !mayGoBack(open, last(chunk, starts), search.direction))
    if (isLast && inGaps === 0 && startMs.length === 0) {
      return cutOut(chunk, starts, { first, end: Math.min(end, first + search.limit) })
    }
    for (let i = 0; i < chunk.count; i += 1) {
      const ms = starts[i] ?? 0
      if (ms < search.from || ms >= search.to) continue
      startMs.push(ms)
      localSeconds.push(chunk.seconds[i] ?? 0)
    }
    if (startMs.length > most) return null
    if (isLast) return inOrder({ startMs, localSeconds }, search)
    rest = beyond(rest, chunk, search.direction)
  }
}

const readingsOf = ({ zone }: OpenSet, { from, to }: StartWindow): LocalRange =>
  zone === null
    ? { from: Math.ceil(from / SECOND_MS), to: Math.ceil(to / SECOND_MS) }
    : localRangeOf(zone, from, to)

const startsIn = ({ zone }: OpenSet, chunk: Found): Starts => {
  if (zone !== null) return startsOf(zone, chunk)
  const startMs = new Array<number>(chunk.count)
  for (let i = 0; i < chunk.count; i += 1) startMs[i] = (chunk.seconds[i] ?? 0) * SECOND_MS
  return { startMs, inGaps: 0 }
}

/** Where no reading was in a gap, those outside a window are at both ends. */
const partInside = (search: Search, starts: readonly number[]) => {
  let first = 0
  let end = starts.length
  while (first < end && !isInside(search, starts[first] ?? 0)) first += 1
  while (end > first && !isInside(search, starts[end - 1] ?? 0)) end -= 1
  return { first, end }
}

const isInside = ({ from, to }: StartWindow, startMs: number): boolean =>
  startMs >= from && startMs < to

const last = ({ seconds, count }: Found, starts: readonly number[]) => ({
  localMs: (seconds[count - 1] ?? 0) * SECOND_MS,
  instant: starts[count - 1] ?? 0,
})

const mayGoBack = (
  { zone }: OpenSet,
  at: { readonly localMs: number; readonly instant: number },
  direction: Direction,
): boolean => zone !== null && mayTurnBack(zone, at, direction)

const cutOut = (
  { seconds }: Found,
  starts: readonly number[],
  { first, end }: { readonly first: number; readonly end: number },
): Occurrences => {
  const localSeconds = new Array<number>(end - first)
  for (let i = first; i < end; i += 1) localSeconds[i - first] = seconds[i] ?? 0
  const isAll = first === 0 && end === starts.length
  return { startMs: isAll ? starts : starts.slice(first, end), localSeconds }
}

const chunkOf = (limit: number): Found => {
  const length = Math.min(Math.ceil(limit), CHUNK)
  // A new view costs as much as filling it.
  if (latest.length !== length) latest = readings.subarray(0, length)
  return { seconds: latest, count: 0 }
}

const NONE: Occurrences = { startMs: [], localSeconds: [] }

/** Scratch, shared by all calls: none is left before it is done with it. */
const CHUNK = 1024
const readings = new Float64Array(CHUNK)
let latest = readings
