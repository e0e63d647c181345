import * as E from 'fp-ts/lib/Either.js'
import { recurrenceIdOf } from '../event/index.js'
import type { ListedSeries, SeriesWalk, Walked, Walker } from '../occurrence/index.js'
import { walkSeries } from '../occurrence/index.js'
import { compareIn } from '../query/index.js'
import { closeWindow } from '../time/index.js'
import type { SeriesFailure } from './failure.js'
import type { NumberedSlice, Spot } from './numbered-slice.js'

/** The first occurrences of several series in the slice's order, cancelled ones too, up to the end of its page and one more. */
export const occurrenceSpots = (
  series: readonly ListedSeries[],
  slice: NumberedSlice,
): E.Either<SeriesFailure, readonly Spot[]> => {
  const queue = queueOf(slice)
  for (const each of series) {
    const { uid } = each
    const put = queue.advance({ uid, walker: walkSeries(each, allIn(slice)) })
    if (E.isLeft(put)) return put
  }
  const spots: Spot[] = []
  while (spots.length <= slice.offset + slice.limit) {
    const head = queue.take()
    if (head === undefined) break
    spots.push(head.spot)
    const put = queue.advance(head)
    if (E.isLeft(put)) return put
  }
  return E.right(spots)
}

/** How many occurrences the slice's window has. Gives up where that would cost too much. */
export const countOccurrences = (
  series: readonly ListedSeries[],
  slice: NumberedSlice,
): E.Either<SeriesFailure, number> => {
  let count = 0
  for (const each of series) {
    const walker = walkSeries(each, allIn(slice))
    for (let walked = walker(); walked !== null; walked = walker()) {
      count += 1
      if (walked === 'TooCostly' || count > MOST_COUNTED) return tooCostly(each.uid)
    }
  }
  return E.right(count)
}

const MOST_COUNTED = 250_000

interface Walking {
  readonly uid: string
  readonly walker: Walker
}

/** A walk with the occurrence it has come to. */
interface Head extends Walking {
  readonly spot: Spot
}

const allIn = ({ window, zone, direction }: NumberedSlice): SeriesWalk => ({
  window: closeWindow(window),
  zone,
  direction: direction === 'Ascending' ? 'forward' : 'backward',
  answers: null,
  which: 'All',
})

/** Walks by the occurrences they have come to; the one that is next of all stands last. */
const queueOf = ({ direction }: NumberedSlice) => {
  const compare = compareIn(direction)
  const heads: Head[] = []
  const place = ({ key }: Spot): number => {
    let low = 0
    let high = heads.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = heads[middle]
      if (other !== undefined && compare(other.spot.key, key) > 0) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    take: (): Head | undefined => heads.pop(),
    /** Puts a walk in its place, at its next occurrence. */
    advance: ({ uid, walker }: Walking): E.Either<SeriesFailure, void> => {
      const walked = walker()
      if (walked === 'TooCostly') return tooCostly(uid)
      if (walked === null) return E.right(undefined)
      const spot = spotOf(uid, walked)
      heads.splice(place(spot), 0, { uid, walker, spot })
      return E.right(undefined)
    },
  }
}

const spotOf = (uid: string, { start, end, localSeconds }: Walked): Spot => {
  const recurrenceId = recurrenceIdOf(localSeconds)
  return { key: { start, uid, recurrenceId }, end, recurrenceId }
}

const tooCostly = (uid: string): E.Either<SeriesFailure, never> =>
  E.left({ type: 'RecurrenceTooCostly', uid })
