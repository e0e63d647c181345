import { SECOND_MS } from '../time/units.js'
import type { Zone } from '../time/zone.js'

/**
 * All readings that name the instants of EXDATEs. One in a gap names the instant of a later reading too, so
 * either excludes the other: an EXDATE may give what the rule yields or what the clock shows.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 */
export const excludedReadings = (
  zone: Zone | null,
  localSeconds: readonly number[],
): readonly number[] =>
  zone === null ? localSeconds : localSeconds.flatMap((reading) => sameInstant(zone, reading))

const sameInstant = (zone: Zone, reading: number): readonly number[] => {
  const instant = zone.instantOf(reading * SECOND_MS)
  const { startMs, offsetMs } = zone.segmentAt(instant)
  const before = startMs === -Infinity ? offsetMs : zone.offsetMsAt(startMs - 1)
  const gapMs = offsetMs - before
  if (gapMs <= 0 || instant >= startMs + gapMs) return [reading]
  return [(instant + before) / SECOND_MS, (instant + offsetMs) / SECOND_MS]
}
