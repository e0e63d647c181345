import type { Instant } from '../time/instant.js'
import { DAY_MS, SECOND_MS } from '../time/units.js'
import type { Zone } from '../time/zone.js'
import type { Found, LocalRange } from './compiled-rule.js'
import type { Direction } from './local-source.js'

/** When some readings are, and how many of them were in a gap; if none was, they keep their order. */
export interface Starts {
  readonly startMs: readonly number[]
  readonly inGaps: number
}

/** The instants of readings: one in a gap by the offset before, one that comes twice as the first. */
export const startsOf = (zone: Zone, { seconds, count }: Found): Starts => {
  const startMs = new Array<number>(count)
  let from = Infinity
  let to = -Infinity
  let offsetMs = 0
  let inGaps = 0
  for (let i = 0; i < count; i += 1) {
    const localMs = (seconds[i] ?? 0) * SECOND_MS
    if (localMs < from || localMs >= to) {
      const instant = zone.instantOf(localMs)
      const segment = zone.segmentAt(instant)
      offsetMs = localMs - instant
      if (segment.offsetMs === offsetMs) {
        from = segment.startMs + highestAround(zone, segment.startMs, offsetMs)
        to = segment.endMs + offsetMs
      } else {
        inGaps += 1
        from = Infinity
        to = -Infinity
      }
    }
    startMs[i] = localMs - offsetMs
  }
  return { startMs, inGaps }
}

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

const highestAround = (zone: Zone, startMs: Instant, offsetMs: number): number =>
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
