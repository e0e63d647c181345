import type { Instant } from './instant.js'
import type { OffsetProbe } from './offset-probe.js'
import { DAY_MS, SECOND_MS } from './units.js'

/** A stretch of time, `[startMs, endMs)`, throughout which a zone has one offset. */
export interface Segment {
  readonly startMs: Instant
  readonly endMs: Instant
  readonly offsetMs: number
}

/** One segment or more. */
export type Segments = readonly [Segment, ...Segment[]]

/**
 * Finds the segments of a zone from `fromMs` to `toMs`, both on whole seconds, in order and without
 * holes; the outer two are clipped to the range.
 *
 * Transitions are found to the second. Misses an offset that comes and goes within two days; steps
 * of ten days are known to miss real ones (Brazil in October 2000).
 */
export const segmentsBetween = (probe: OffsetProbe, fromMs: Instant, toMs: Instant): Segments => {
  const closed: Segment[] = []
  let open = { startMs: fromMs, endMs: toMs, offsetMs: probe(fromMs) }
  let knownMs = fromMs
  while (knownMs < toMs) {
    const nextMs = Math.min(knownMs + STEP_MS, toMs)
    if (probe(nextMs) === open.offsetMs) {
      knownMs = nextMs
      continue
    }
    knownMs = transitionWithin(probe, knownMs, nextMs)
    if (knownMs === toMs) break
    closed.push({ ...open, endMs: knownMs })
    open = { startMs: knownMs, endMs: toMs, offsetMs: probe(knownMs) }
  }
  const [first, ...rest] = [...closed, open]
  return [first, ...rest]
}

const STEP_MS = 2 * DAY_MS

/** The first whole second of another offset than at `beforeMs`, given that `afterMs` has another. */
const transitionWithin = (probe: OffsetProbe, beforeMs: Instant, afterMs: Instant): Instant => {
  const offsetMs = probe(beforeMs)
  let before = beforeMs / SECOND_MS
  let after = afterMs / SECOND_MS
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (probe(middle * SECOND_MS) === offsetMs) before = middle
    else after = middle
  }
  return after * SECOND_MS
}
