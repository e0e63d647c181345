import { SECOND_MS } from '../time/units.js'
import type { Zone } from '../time/zone.js'
import type { LocalRange } from './compiled-rule.js'

/** The local seconds whose instants are not after an instant: to `last`, inside, without `except`. */
export interface LocalUntil {
  readonly last: number
  /** Readings before `last` that come after the instant; only when it lies just behind a gap. */
  readonly except: LocalRange | null
}

/** What an UNTIL in UTC means on the clock of `zone`. */
export const localUntil = (zone: Zone, epochSeconds: number): LocalUntil => {
  const instant = epochSeconds * SECOND_MS
  const segment = zone.segmentAt(instant)
  const after = segment.offsetMs / SECOND_MS
  const start = segment.startMs / SECOND_MS
  const before = start === -Infinity ? after : zone.offsetMsAt(segment.startMs - 1) / SECOND_MS
  const last = epochSeconds + after
  if (before > after) return { last: Math.max(last, start + before - 1), except: null }
  const gapEnd = start + after
  const lastInGap = epochSeconds + before
  if (before === after || lastInGap + 1 >= gapEnd) return { last, except: null }
  // The gap's readings are shifted past the transition, where they meet those of the new offset.
  return { last, except: { from: lastInGap + 1, to: gapEnd } }
}
