import { SECOND_MS } from '../time/units.js'
import type { Zone } from '../time/zone.js'
import { inAllTime } from './all-time.js'
import type { Budget, Found, LocalRange } from './compiled-rule.js'
import { inOrder } from './in-order.js'
import { borderAt, localRangeOf, type Numbers, writeStarts } from './in-zone.js'
import type { Occurrences } from './occurrences.js'
import type { OpenSet } from './open-set.js'
import { beyond } from './refilled.js'
import type { Search, StartWindow } from './search.js'

/** The occurrences that start in a window, or null when the budget does not suffice. */
export const collect = (open: OpenSet, search: Search, budget: Budget): Occurrences | null => {
  if (!(search.from < search.to) || search.limit < 1) return NONE
  const { source } = open
  const most = budget.periodsLeft
  const chunk = chunkOf(search.limit)
  let rest = inAllTime(readingsOf(open, search))
  let inGaps = 0
  let gathered: Gathered | null = null
  for (;;) {
    chunk.count = 0
    if (search.direction === 'forward') source.forward(rest, chunk, budget)
    else source.backward(rest, chunk, budget)
    if (budget.periodsLeft < 0) return null
    inGaps += findStarts(open, chunk)
    const isLast = chunk.count < chunk.seconds.length
    if (inGaps === 0 && gathered === null) {
      const first = firstInside(search, chunk.count)
      const end = endInside(search, first, chunk.count)
      if (isLast || (end - first >= search.limit && isKnown(open, search, chunk)))
        return cutOut(chunk, first, Math.min(end, first + search.limit))
    }
    gathered ??= { startMs: [], localSeconds: [] }
    gather(gathered, search, chunk)
    if (gathered.startMs.length > most) return null
    if (isLast || suffices(gathered, search, { border: borderOf(open, search, chunk), inGaps }))
      return inOrder(gathered, search)
    rest = beyond(rest, chunk, search.direction)
  }
}

/** Whether what was gathered has the first of the search, whatever is found later. */
const suffices = (
  { startMs }: Gathered,
  { direction, limit }: Search,
  { border, inGaps }: { readonly border: number; readonly inGaps: number },
): boolean => {
  if (startMs.length < limit) return false
  const known = startMs.filter((ms) => (direction === 'forward' ? ms < border : ms >= border))
  // Only one that is in a gap starts together with another.
  return known.length - inGaps >= limit || new Set(known).size >= limit
}

interface Gathered {
  readonly startMs: Numbers
  readonly localSeconds: Numbers
}

const gather = (into: Gathered, { from, to }: StartWindow, { seconds, count }: Found): void => {
  for (let i = 0; i < count; i += 1) {
    const ms = starts[i] ?? 0
    if (ms < from || ms >= to) continue
    into.startMs.push(ms)
    into.localSeconds.push(seconds[i] ?? 0)
  }
}

const readingsOf = ({ zone }: OpenSet, { from, to }: StartWindow): LocalRange =>
  zone === null
    ? { from: Math.ceil(from / SECOND_MS), to: Math.ceil(to / SECOND_MS) }
    : rangeIn(zone, from, to)

/** The same window is asked of many sets, one after another: a view of a calendar, a page of its series. */
const rangeIn = (zone: Zone, from: number, to: number): LocalRange => {
  if (asked.zone === zone && asked.from === from && asked.to === to) return asked.range
  asked = { zone, from, to, range: localRangeOf(zone, from, to) }
  return asked.range
}

interface Asked {
  readonly zone: Zone | null
  readonly from: number
  readonly to: number
  readonly range: LocalRange
}

let asked: Asked = { zone: null, from: 0, to: 0, range: { from: 0, to: 0 } }

/** Writes `starts`, and answers how many of the readings were in a gap. */
const findStarts = ({ zone }: OpenSet, chunk: Found): number => {
  if (zone !== null) return writeStarts(zone, chunk, starts)
  for (let i = 0; i < chunk.count; i += 1) starts[i] = (chunk.seconds[i] ?? 0) * SECOND_MS
  return 0
}

/** Where no reading was in a gap, those outside a window are at both ends. */
const firstInside = (search: Search, count: number): number => {
  let first = 0
  while (first < count && !isInside(search, starts[first] ?? 0)) first += 1
  return first
}

const endInside = (search: Search, first: number, count: number): number => {
  let end = count
  while (end > first && !isInside(search, starts[end - 1] ?? 0)) end -= 1
  return end
}

const isInside = ({ from, to }: StartWindow, startMs: number): boolean =>
  startMs >= from && startMs < to

/** Whether all of a chunk is in order, and nothing found later comes before its end. */
const isKnown = (open: OpenSet, search: Search, chunk: Found): boolean =>
  search.direction === 'forward' || borderOf(open, search, chunk) <= (starts[chunk.count - 1] ?? 0)

const borderOf = ({ zone }: OpenSet, { direction }: Search, { seconds, count }: Found): number => {
  const instant = starts[count - 1] ?? 0
  if (zone === null) return direction === 'forward' ? Infinity : -Infinity
  return borderAt(zone, { localMs: (seconds[count - 1] ?? 0) * SECOND_MS, instant }, direction)
}

const cutOut = ({ seconds }: Found, first: number, end: number): Occurrences => {
  for (let i = first; i < end; i += 1) readings[i] = seconds[i] ?? 0
  return { startMs: starts.slice(first, end), localSeconds: readings.slice(first, end) }
}

const chunkOf = (limit: number): Found => {
  const length = Math.min(Math.ceil(limit), CHUNK)
  // A new view costs as much as filling it.
  if (latest.length !== length) latest = seconds.subarray(0, length)
  return { seconds: latest, count: 0 }
}

const NONE: Occurrences = { startMs: [], localSeconds: [] }

/**
 * Scratch, shared by all calls: none is left before it is done with it. A part of an array is copied out in less
 * time than a new one is filled.
 */
const CHUNK = 1024
const seconds = new Float64Array(CHUNK)
let latest = seconds
const starts: Numbers = Array.from(seconds)
const readings: Numbers = Array.from(seconds)
