import type { Instant, Zone } from '../time/index.js'
import { DAY_MS } from '../time/index.js'
import type { Stretch } from './stretch.js'

/** Where slots may begin: when the clock of `zone` reads a multiple of `stepMs`, counted from midnight. */
export interface SlotGrid {
  readonly zone: Zone
  /** Whole milliseconds, 1 to a day's. One that does not divide the day begins anew at midnight. */
  readonly stepMs: number
}

/**
 * The instants of `[from, to)` at which slots may begin, in order, made when asked for.
 *
 * By readings, not by time that passed: a whole hour stays a whole hour after a change by thirty minutes.
 * A reading that comes twice begins two slots, one that is skipped none.
 */
export function* slotStarts(grid: SlotGrid, [from, to]: Stretch): Generator<Instant> {
  for (let at = firstFrom(grid, from); at < to; at = firstFrom(grid, at + 1)) yield at
}

const firstFrom = ({ zone, stepMs }: SlotGrid, from: Instant): Instant => {
  let at = from
  for (;;) {
    const { endMs, offsetMs } = zone.segmentAt(at)
    const start = readingFrom(at + offsetMs, stepMs) - offsetMs
    if (start < endMs) return start
    at = endMs
  }
}

/** The first reading at or after `localMs` that is a multiple of `stepMs` from its midnight. */
const readingFrom = (localMs: number, stepMs: number): number => {
  const midnightMs = Math.floor(localMs / DAY_MS) * DAY_MS
  const readingMs = midnightMs + Math.ceil((localMs - midnightMs) / stepMs) * stepMs
  return Math.min(readingMs, midnightMs + DAY_MS)
}
