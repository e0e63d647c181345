import * as E from 'fp-ts/lib/Either.js'
import type { Recurring } from '../event/index.js'
import { openSeries, sameJson } from '../event/index.js'
import { occurrencesIn, type OpenSet } from '../recurrence/index.js'
import { SECOND_MS } from '../time/index.js'
import { comparedUntil } from './compared-until.js'
import { type Next, readingsOf } from './readings-of.js'
import { sameEdges } from './same-edges.js'

/**
 * Whether the recurrence set of `after` has a start that `before` does not have. Overrides are not looked at.
 *
 * Exact where the sets differ early, where one ends, and where both repeat within what can be looked at; which is all
 * that people write. What it would take too long to compare is taken to add: a needless question is answered
 * quicker than a missed one. So are endless sets in different zones.
 */
export const mayAddInstances = (before: Recurring, after: Recurring): boolean => {
  const sameClock = clockOf(before) === clockOf(after)
  const sameLines = sameJson(before.recurrence, after.recurrence)
  if (sameLines && sameClock && sameEdges(before.time, after.time)) return false
  const [was, is] = [openSeries(before), openSeries(after)]
  if (!sameClock) return addsInstants(was, is)
  // Readings of one clock are compared as they are: turning hundreds of years into instants is slow.
  const to = comparedUntil(before, after)
  const budget = { periodsLeft: to === Infinity ? SMALL_BUDGET : BUDGET }
  return addsTo(readingsOf(was, { to, budget }), readingsOf(is, { to, budget }))
}

/** All-day events follow no clock, whatever zone stands beside them. */
const clockOf = ({ time }: Recurring): string | null =>
  time.type === 'AllDay' ? null : time.timeZone

/** In periods examined and occurrences found. Enough for 400 years of days. */
const BUDGET = 500_000
/** Where no end of the comparison is in sight. */
const SMALL_BUDGET = 20_000

/** Whether `some` yields what `all` does not, or either cannot say. */
const addsTo = (all: Next, some: Next): boolean => {
  let there = -Infinity
  for (let each = some(); each !== Infinity; each = some()) {
    while (there < each) there = all()
    if (there !== each) return true
  }
  return false
}

const addsInstants = (before: OpenSet, after: OpenSet): boolean => {
  const found = occurrencesIn(after, { limit: MOST_INSTANTS + 1 })
  if (E.isLeft(found) || found.right.startMs.length > MOST_INSTANTS) return true
  const [first = 0, last = 0] = [found.right.startMs[0], found.right.startMs.at(-1)]
  const others = occurrencesIn(before, { from: first, to: last + SECOND_MS, limit: SMALL_BUDGET })
  if (E.isLeft(others)) return true
  const there = new Set(others.right.startMs)
  return found.right.startMs.some((each) => !there.has(each))
}

const MOST_INSTANTS = 2000
