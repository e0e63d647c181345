import type { Instant } from '../time/instant.js'
import type { Segment } from '../time/segments.js'
import { DAY_MS, SECOND_MS } from '../time/units.js'
import type { Zone } from '../time/zone.js'
import type { Found, LocalRange } from './compiled-rule.js'
import type { Direction } from './local-source.js'

/**
 * Writes when readings are: one in a gap by the offset before, one that comes twice as the first. Answers how many
 * were in a gap; if none was, they keep their order.
 */
export const writeStarts = (zone: Zone, { seconds, count }: Found, startMs: Numbers): number => {
  const isAscending = (seconds[0] ?? 0) <= (seconds[count - 1] ?? 0)
  let inGaps = 0
  for (let i = 0; i < count;) {
    const localMs = (seconds[i] ?? 0) * SECOND_MS
    const instant = zone.instantOf(localMs)
    startMs[i] = instant
    i += 1
    const segment = zone.segmentAt(instant)
    const offsetMs = localMs - instant
    if (segment.offsetMs !== offsetMs) {
      inGaps += 1
      continue
    }
    // Those that follow have the same offset up to the border that the walk goes towards.
    const border = isAscending
      ? segment.endMs + offsetMs
      : 1 - segment.startMs - highestAround(zone, segment)
    const sign = isAscending ? 1 : -1
    for (; i < count; i += 1) {
      const nextMs = (seconds[i] ?? 0) * SECOND_MS
      if (sign * nextMs >= border) break
      startMs[i] = nextMs - offsetMs
    }
  }
  return inGaps
}

/** A list that is written to. */
export type Numbers = number[]

/** The readings whose instants may be in a window, at least; half-open as it is. */
export const localRangeOf = (zone: Zone, fromMs: Instant, toMs: Instant): LocalRange => ({
  from:
    fromMs === -Infinity
      ? fromMs
      : Math.ceil((fromMs + lowestJustBefore(zone, fromMs)) / SECOND_MS),
  to: toMs === Infinity ? toMs : Math.ceil((toMs + highestJustBefore(zone, toMs)) / SECOND_MS),
})

/**
 * How far a walk that has come to a reading, at `instant`, knows the instants: forward, what it has not read yet starts at
 * or after the border; backward, before it.
 *
 * A reading in a gap starts behind some that come after it, so the border of a walk forward is where the gap is, and
 * that of a walk backward may lie as far behind a gap as the gap is long.
 */
export const borderAt = (
  zone: Zone,
  { localMs, instant }: { readonly localMs: number; readonly instant: Instant },
  direction: Direction,
): Instant => {
  const { startMs, offsetMs } = zone.segmentAt(instant)
  const isInGap = localMs - instant !== offsetMs
  if (direction === 'forward') return isInGap ? startMs : instant + 1
  if (isInGap || startMs === -Infinity) return instant
  return Math.max(instant, startMs + offsetMs - zone.offsetMsAt(startMs - 1))
}

const highestAround = (zone: Zone, { startMs, offsetMs }: Segment): number =>
  startMs === -Infinity ? offsetMs : Math.max(offsetMs, zone.offsetMsAt(startMs - 1))

/** No gap is longer than a day, so what it shifts ends up at most a day behind it. */
const lowestJustBefore = (zone: Zone, instant: Instant): number => {
  let segment = zone.segmentAt(instant)
  let lowest = segment.offsetMs
  while (segment.startMs > instant - DAY_MS) {
    segment = zone.segmentAt(segment.startMs - 1)
    lowest = Math.min(lowest, segment.offsetMs)
  }
  return lowest
}

const highestJustBefore = (zone: Zone, instant: Instant): number => {
  let segment = zone.segmentAt(instant)
  let highest = segment.offsetMs
  while (segment.startMs > instant - DAY_MS) {
    segment = zone.segmentAt(segment.startMs - 1)
    highest = Math.max(highest, segment.offsetMs)
  }
  return highest
}
