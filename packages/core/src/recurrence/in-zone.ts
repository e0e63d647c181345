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
 * Whether a walk that has come to a reading, at `instant`, may still find one whose instant lies on this side
 * of it: in a gap ahead of a walk backward, behind a gap ahead of a walk forward.
 */
export const mayTurnBack = (
  zone: Zone,
  last: { readonly localMs: number; readonly instant: Instant },
  direction: Direction,
): boolean => {
  const segment = zone.segmentAt(last.instant)
  if (last.localMs - last.instant !== segment.offsetMs) return true
  if (direction === 'forward' || segment.startMs === -Infinity) return false
  const gapMs = segment.offsetMs - zone.offsetMsAt(segment.startMs - 1)
  return last.instant < segment.startMs + gapMs
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
