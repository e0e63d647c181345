import { SECOND_MS } from '../time/units.js'
import type { Zone } from '../time/zone.js'
import type { LocalRange } from './compiled-rule.js'

/** Answers whether the clock of `zone` ever shows a reading, given in local seconds. Quick in order. */
export const showsIn = (zone: Zone): ((localSeconds: number) => boolean) => {
  let from = Infinity
  let to = -Infinity
  return (localSeconds) => {
    const localMs = localSeconds * SECOND_MS
    if (localMs >= from && localMs < to) return true
    const instant = zone.instantOf(localMs)
    const segment = zone.segmentAt(instant)
    if (instant + segment.offsetMs !== localMs) return false
    from = segment.startMs + segment.offsetMs
    to = segment.endMs + segment.offsetMs
    return true
  }
}

/** The readings the clock of `zone` skips, whole or in part within `range`, in order. Reads one segment after the other. */
export function* gapsIn(zone: Zone, range: LocalRange): Generator<LocalRange> {
  const endMs = range.to * SECOND_MS
  let segment = zone.segmentAt(zone.instantOf(range.from * SECOND_MS))
  segment = zone.segmentAt(segment.startMs - 1)
  while (segment.endMs + segment.offsetMs < endMs) {
    const next = zone.segmentAt(segment.endMs)
    const from = (segment.endMs + segment.offsetMs) / SECOND_MS
    const to = (segment.endMs + next.offsetMs) / SECOND_MS
    if (to > from) yield { from, to }
    segment = next
  }
}
