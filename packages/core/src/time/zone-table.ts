import { daysFromCivil } from './civil.js'
import type { Instant } from './instant.js'
import type { OffsetProbe } from './offset-probe.js'
import { type Segment, type Segments, segmentsBetween } from './segments.js'
import { DAY_MS } from './units.js'

/** Looks up the offsets of one zone. Total: takes every number for an instant or a reading. */
export interface ZoneTable {
  /** The segment that holds `instant`, its bounds clipped to what one chunk of the table knows. */
  readonly segmentAt: (instant: Instant) => Segment
  readonly offsetMsAt: (instant: Instant) => number
  /** The offset to take off a local reading: in a gap or a fold, the one before the transition. */
  readonly offsetMsAtLocal: (localMs: number) => number
}

/**
 * Makes a table of the offsets `probe` answers, learnt when first asked for, in chunks of 400 days.
 *
 * Learning a chunk costs about 200 probes; after that a conversion is a lookup. Bounded: at most 640
 * chunks of a few segments. Before 1800 a zone keeps the offset it had then; from 2500 on the table
 * answers for the same day of the cycle from 2100 to 2499: all zones follow standing rules by then,
 * and the calendar repeats with its weekdays every 400 years.
 */
export const zoneTable = (probe: OffsetProbe): ZoneTable => {
  const chunks: (Piece | undefined)[] = Array.from({ length: CHUNKS })
  const chunkAt = (ms: number): Piece => {
    const index = Math.floor((ms - FIRST_MS) / CHUNK_MS)
    return (chunks[index] ??= learnChunk(probe, index))
  }
  // Most who ask look where the last one did.
  let latest: Piece | null = null
  const pieceAt = (ms: Instant): Piece => {
    if (latest !== null && ms >= latest.startMs && ms < latest.endMs) return latest
    let piece = chunkAt(ms)
    while (ms >= piece.endMs && piece.next !== null) piece = piece.next
    latest = piece
    return piece
  }
  const pieceAtLocal = (ms: number): Piece => {
    if (latest !== null && ms >= latest.localStartMs && ms < latest.localEndMs) return latest
    let piece = chunkAt(ms)
    while (ms >= piece.localEndMs && piece.next !== null) piece = piece.next
    latest = piece
    return piece
  }
  return {
    segmentAt: (instant) => {
      const ms = intoTable(instant)
      return ms === instant ? pieceAt(ms) : segmentOutside(instant, pieceAt(ms))
    },
    offsetMsAt: (instant) => pieceAt(intoTable(instant)).offsetMs,
    offsetMsAtLocal: (localMs) => pieceAtLocal(intoTable(localMs)).offsetMs,
  }
}

/**
 * A segment and the one that follows it in its chunk.
 *
 * `localEndMs` is the first local reading that belongs to `next`: after a gap and after a fold, which
 * both still belong to the offset before the transition. The first and the last piece have the readings up to
 * the bounds of the chunk.
 */
interface Piece extends Segment {
  readonly localStartMs: number
  readonly localEndMs: number
  readonly next: Piece | null
}

/** A day more on both sides, since local readings lie up to a day from their instants. */
const learnChunk = (probe: OffsetProbe, index: number): Piece => {
  const startMs = FIRST_MS + index * CHUNK_MS
  const endMs = startMs + CHUNK_MS
  return linked(segmentsBetween(probe, startMs - DAY_MS, endMs + DAY_MS), startMs, endMs)
}

const linked = (
  [segment, second, ...rest]: Segments,
  localStartMs: number,
  endMs: number,
): Piece => {
  if (second === undefined) return { ...segment, localStartMs, localEndMs: endMs, next: null }
  const localEndMs = segment.endMs + Math.max(segment.offsetMs, second.offsetMs)
  const next = linked([second, ...rest], localEndMs, endMs)
  return { ...segment, localStartMs, localEndMs, next }
}

/** The instant, or the local reading, whose offset stands for that at `ms`. */
const intoTable = (ms: number): number => {
  if (ms >= FIRST_MS && ms < END_MS) return ms
  const isBeyond = ms >= END_MS && ms < Infinity
  return isBeyond ? END_MS - CYCLE_MS + ((ms - END_MS) % CYCLE_MS) : FIRST_MS
}

const segmentOutside = (instant: Instant, segment: Segment): Segment => {
  const { startMs, endMs, offsetMs } = segment
  if (!(instant >= END_MS)) return { startMs: -Infinity, endMs: FIRST_MS, offsetMs }
  const shiftMs = instant - intoTable(instant)
  return { startMs: startMs + shiftMs, endMs: endMs + shiftMs, offsetMs }
}

const FIRST_MS = daysFromCivil(1800, 1, 1) * DAY_MS
const END_MS = daysFromCivil(2500, 1, 1) * DAY_MS
const CYCLE_MS = 146_097 * DAY_MS
const CHUNK_MS = 400 * DAY_MS
const CHUNKS = Math.ceil((END_MS - FIRST_MS) / CHUNK_MS)
