import type { Either } from 'fp-ts/lib/Either.js'
import { SECOND_MS } from '../time/units.js'
import type { Zone } from '../time/zone.js'
import { inAllTime } from './all-time.js'
import { localRangeOf } from './in-zone.js'
import { left, right } from './either.js'
import { DEFAULT_BUDGET, type WorkLimit } from './occurrences.js'
import type { OpenSet } from './open-set.js'
import { beyond } from './refilled.js'
import type { RecurrenceRejection } from './rejection.js'

/** An occurrence whose instant another version of the time zone data moves. */
export interface MovedOccurrence {
  readonly localSeconds: number
  readonly beforeMs: number
  readonly afterMs: number
}

/** The tables of one zone in two versions of the time zone data, and where to look: instants, half-open. */
export interface TzChange extends WorkLimit {
  readonly before: Zone
  readonly after: Zone
  readonly from: number
  readonly to: number
}

/**
 * The occurrences a change of time zone data moves, ascending: those that start in the window by either table.
 * None for dates and floating times.
 *
 * Compares the readings the set yields by the table it was opened with: only where a rule omits gaps do two
 * tables differ in which there are.
 */
export const affectedByTzChange = (
  { zone, source }: OpenSet,
  { before, after, from, to, budget = DEFAULT_BUDGET }: TzChange,
): Either<RecurrenceRejection, readonly MovedOccurrence[]> => {
  if (zone === null || !(from < to)) return right([])
  const work = { periodsLeft: budget }
  const [one, other] = [localRangeOf(before, from, to), localRangeOf(after, from, to)]
  let rest = inAllTime({ from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) })
  const chunk = { seconds: new Float64Array(CHUNK), count: 0 }
  const moved: MovedOccurrence[] = []
  const isInside = (ms: number) => ms >= from && ms < to
  do {
    chunk.count = 0
    source.forward(rest, chunk, work)
    if (work.periodsLeft < 0 || moved.length > budget)
      return left({ type: 'BudgetExceeded', periods: budget })
    for (const localSeconds of chunk.seconds.subarray(0, chunk.count)) {
      const beforeMs = before.instantOf(localSeconds * SECOND_MS)
      const afterMs = after.instantOf(localSeconds * SECOND_MS)
      if (beforeMs === afterMs || !(isInside(beforeMs) || isInside(afterMs))) continue
      moved.push({ localSeconds, beforeMs, afterMs })
    }
    rest = beyond(rest, chunk, 'forward')
  } while (chunk.count === CHUNK)
  return right(moved)
}

const CHUNK = 512
