import type { UserId } from '../event/index.js'
import type { Instant } from '../time/index.js'
import type { BusyInterval } from './free-busy.js'
import { slotStarts } from './slot-starts.js'
import type { Stretch } from './stretch.js'
import { united, without } from './stretch.js'
import type { Attending, TimeSearch } from './time-search.js'
import { workingStretches } from './working-stretches.js'

/** A time at which all required attendees, and enough of the optional ones, work and are free. */
export interface FoundTime {
  readonly start: Instant
  readonly end: Instant
  /** The optional attendees who are free throughout, in the order they were listed. */
  readonly available: readonly UserId[]
}

/**
 * The first times that suit a search, earliest first; fewer than its `count` when there are no more.
 *
 * Deterministic: no two begin together. They overlap when `granularityMs` is less than `durationMs`. Whoever
 * `busy` does not name is free. Cost follows the intervals and the answer, not the window: the ends of the
 * intervals are sorted once, and only starts that suit are made.
 */
export const findTimes = (
  search: TimeSearch,
  busy: ReadonlyMap<UserId, readonly BusyInterval[]>,
): readonly FoundTime[] => {
  const found: FoundTime[] = []
  for (const time of suitableTimes(search, turnsOf(search, busy))) {
    found.push(time)
    if (found.length === search.count) break
  }
  return found
}

/** From `at` on someone can, or cannot, begin a time of the length that is searched for. */
interface Turn {
  readonly at: Instant
  readonly userId: UserId
  readonly role: 'required' | 'optional'
  readonly can: boolean
}

function* suitableTimes(search: TimeSearch, turns: readonly Turn[]): Generator<FoundTime> {
  const { durationMs, granularityMs: stepMs, zone } = search
  const able = { required: new Set<UserId>(), optional: new Set<UserId>() }
  const listed = search.optional.map(({ userId }) => userId)
  const startsIn = function* (stretch: Stretch): Generator<FoundTime> {
    if (able.required.size < search.required.length) return
    if (able.optional.size < search.minOptional) return
    for (const start of slotStarts({ zone, stepMs }, stretch)) {
      const available = listed.filter((userId) => able.optional.has(userId))
      yield { start, end: start + durationMs, available }
    }
  }
  let from = search.from
  for (const { at, userId, role, can } of turns) {
    if (at > from) yield* startsIn([from, at])
    from = at
    if (can) able[role].add(userId)
    else able[role].delete(userId)
  }
  yield* startsIn([from, search.to - durationMs + 1])
}

const turnsOf = (
  search: TimeSearch,
  busy: ReadonlyMap<UserId, readonly BusyInterval[]>,
): readonly Turn[] => {
  const turnsAs = (role: Turn['role']) => (attendee: Attending) => {
    const { userId } = attendee
    return freeStretches(search, attendee, busy.get(userId) ?? []).flatMap(
      ([start, end]): readonly Turn[] => [
        { at: start, userId, role, can: true },
        { at: end - search.durationMs + 1, userId, role, can: false },
      ],
    )
  }
  return [
    ...search.required.flatMap(turnsAs('required')),
    ...search.optional.flatMap(turnsAs('optional')),
  ].toSorted((a, b) => a.at - b.at)
}

/** Where an attendee works and is free for long enough, apart and in order. */
const freeStretches = (
  { from, to, tentative, durationMs }: TimeSearch,
  { zone, week }: Attending,
  busy: readonly BusyInterval[],
): readonly Stretch[] => {
  const window: Stretch = [from, to]
  const taken = busy
    .filter(({ start, end, type }) => start < end && (type === 'Busy' || tentative === 'Blocks'))
    .map(({ start, end }): Stretch => [start, end])
  const working = week === null ? [window] : workingStretches(zone, week, window)
  return without(working, united(taken)).filter(([start, end]) => end - start >= durationMs)
}
