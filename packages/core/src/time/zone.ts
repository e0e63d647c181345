import type { Instant } from './instant.js'
import { offsetProbe } from './offset-probe.js'
import type { Segment } from './segments.js'
import type { TimeZoneId } from './time-zone-id.js'
import { isUtc } from './utc.js'
import { type ZoneTable, zoneTable } from './zone-table.js'

/**
 * A time zone that converts between instants and local readings, at tens of millions a second.
 *
 * Offsets are positive in the east. A local reading is counted in milliseconds as if it were UTC.
 * Total: takes every number, also beyond the years 1 to 9999. Never asks for the process's own zone.
 */
export interface Zone {
  readonly id: TimeZoneId
  readonly offsetMsAt: (instant: Instant) => number
  readonly localMsOf: (instant: Instant) => number
  /** In a gap and in a fold by the offset before: a gap shifts forward, a fold is its first pass. */
  readonly instantOf: (localMs: number) => Instant
  /**
   * The segment that holds `instant`. Its bounds may lie inside the true ones: the zone need not have
   * a transition there.
   */
  readonly segmentAt: (instant: Instant) => Segment
}

/**
 * The zone of that name; UTC needs no table.
 *
 * Remembers the 128 zones used last, about 60 kB each when they were used over a few years, at most
 * 300 kB; one that was dropped learns its transitions again when next asked for, some 0.3 ms a year.
 */
export const zoneOf = (id: TimeZoneId): Zone => {
  if (latest?.id === id) return latest
  const zone = remembered.get(id) ?? learntZone(id)
  // Entered anew, so that the first key is always the zone unused for longest.
  remembered.delete(id)
  remembered.set(id, zone)
  latest = zone
  return zone
}

const learntZone = (id: TimeZoneId): Zone => {
  const [unusedForLongest] = remembered.keys()
  if (unusedForLongest !== undefined && remembered.size >= MAX_ZONES) {
    remembered.delete(unusedForLongest)
  }
  return zoneFrom(id, isUtc(id) ? constantTable : zoneTable(offsetProbe(id)))
}

const zoneFrom = (id: TimeZoneId, table: ZoneTable): Zone => ({
  id,
  offsetMsAt: table.offsetMsAt,
  localMsOf: (instant) => instant + table.offsetMsAt(instant),
  instantOf: (localMs) => localMs - table.offsetMsAtLocal(localMs),
  segmentAt: table.segmentAt,
})

const always: Segment = { startMs: -Infinity, endMs: Infinity, offsetMs: 0 }
const constantTable: ZoneTable = {
  segmentAt: () => always,
  offsetMsAt: () => 0,
  offsetMsAtLocal: () => 0,
}

const MAX_ZONES = 128
const remembered = new Map<TimeZoneId, Zone>()
let latest: Zone | undefined
