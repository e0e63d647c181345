import type { SinglesQuery } from '@kalends/core'
import { longestOfClass, shortestOfClass } from '@kalends/core'
import { classOfLane, statusOfLane } from '../rows/lane.js'

/** One index range of a listing: a lane, and between which keys its rows can be. */
export interface Branch {
  readonly lane: number
  readonly low: number
  readonly lowUid: string
  readonly high: number
  readonly highUid: string
}

// The greatest code point, above every uid.
const ABOVE_EVERY_UID = '\u{10FFFF}'

/** What of a query says which index ranges can hold its rows. */
export type Ranged = Pick<SinglesQuery, 'answers' | 'window' | 'from' | 'direction'>

/** The index ranges that can hold rows of a page: at most one for each lane that the user has. */
export const branchesOf = (query: Ranged, lanes: readonly number[]): readonly Branch[] =>
  lanes.flatMap((lane): readonly Branch[] => {
    if (query.answers?.includes(statusOfLane(lane)) === false) return []
    const range = rangeIn(query, classOfLane(lane))
    if (range.low > range.high) return []
    return [{ lane, ...range, ...keysIn(query, range) }]
  })

interface Range {
  readonly low: number
  readonly high: number
}

/**
 * Between which starts an event of a duration class can be in the window, and at or after `from`.
 *
 * What lasts at most L and ends at or after E starts at or after E - L. Only class 0 has events of no length.
 */
const rangeIn = ({ window, from, direction }: Ranged, durationClass: number): Range => {
  const byEnd = window.endFrom - longestOfClass(durationClass)
  const byEndOrPoint = durationClass === 0 ? Math.min(byEnd, window.points) : byEnd
  const low = Math.max(window.startFrom, byEndOrPoint)
  const high = Math.min(window.startTo, window.endTo - shortestOfClass(durationClass))
  if (from === null) return { low, high }
  return direction === 'Ascending'
    ? { low: Math.max(low, from.start), high }
    : { low, high: Math.min(high, from.start) }
}

/** The uids that the range begins and ends with: bounded only where `from` is its edge. */
const keysIn = ({ from, direction }: Ranged, { low, high }: Range) => ({
  lowUid: direction === 'Ascending' && from?.start === low ? from.uid : '',
  highUid: direction === 'Descending' && from?.start === high ? from.uid : ABOVE_EVERY_UID,
})
