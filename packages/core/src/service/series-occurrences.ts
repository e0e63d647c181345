import * as TE from 'fp-ts/lib/TaskEither.js'
import { openSeries, recurrenceIdOf } from '../event/index.js'
import type { ListedSeries, SeriesWalk, Walked, Walker } from '../occurrence/index.js'
import { occurrenceRow, walkSeries } from '../occurrence/index.js'
import type { OrderedSource } from '../query/index.js'
import { compareIn } from '../query/index.js'
import { closeWindow, MAX_INSTANT, zoneOf } from '../time/index.js'
import type { SeriesFailure } from './failure.js'
import type { Row, Slice } from './singles.js'

/**
 * The occurrences of several series in one order, a few at a time.
 *
 * Looks at one occurrence of each series, and at one more for each row that is handed out but the last. Hands out no
 * more than the slice's count.
 */
export const occurrencesOf = (
  series: readonly ListedSeries[],
  slice: Slice,
): OrderedSource<SeriesFailure, Row> => {
  const queue = queueOf(slice)
  const failure = fillWith(queue, series, slice)
  if (failure !== null) return () => TE.left(failure)
  let left = slice.count
  let last: Head | null = null
  return () => {
    const rows: Row[] = []
    while (left > 0 && rows.length < BATCH) {
      const refusal = last === null ? null : queue.put(last)
      if (refusal !== null) return TE.left(refusal)
      last = queue.take() ?? null
      if (last === null) break
      rows.push(rowOf(last))
      left -= 1
    }
    return TE.right(rows)
  }
}

/** Enough to make a pull worth it, and few to have made for nothing. */
const BATCH = 16

/** A series with the occurrence it has come to. */
interface Head {
  readonly series: ListedSeries
  readonly walker: Walker
  readonly walked: Walked
}

const rowOf = ({ series, walked }: Head): Row => {
  const row = occurrenceRow(series, walked)
  const { start, uid, recurrenceId } = row
  return { ...row, key: { start, uid, recurrenceId } }
}

/** Heads by their occurrences, the one that is next at the end. */
const queueOf = ({ direction }: Slice) => {
  const heads: Head[] = []
  const sign = direction === 'Ascending' ? 1 : -1
  const compare = (a: Head, b: Head): number =>
    sign * (b.walked.start - a.walked.start || (a.series.uid < b.series.uid ? 1 : -1))
  return {
    fill: (some: readonly Head[]) => {
      heads.push(...some)
      heads.sort(compare)
    },
    take: (): Head | undefined => heads.pop(),
    /** Puts a head that was taken back in its place, at its next occurrence. */
    put: (head: Head): SeriesFailure | null => {
      const walked = head.walker()
      if (walked === 'TooCostly') return tooCostly(head.series)
      if (walked === null) return null
      const next = { ...head, walked }
      let low = 0
      let high = heads.length
      while (low < high) {
        const middle = (low + high) >> 1
        const other = heads[middle]
        if (other !== undefined && compare(other, next) < 0) low = middle + 1
        else high = middle
      }
      heads.splice(low, 0, next)
      return null
    },
  }
}

const tooCostly = ({ uid }: ListedSeries): SeriesFailure => ({ type: 'RecurrenceTooCostly', uid })

const fillWith = (
  queue: ReturnType<typeof queueOf>,
  all: readonly ListedSeries[],
  slice: Slice,
): SeriesFailure | null => {
  const heads: Head[] = []
  const walks = walksOf(slice)
  for (const series of all) {
    const walker = walkSeries(series, walks(series))
    let walked = walker()
    while (walked !== null && walked !== 'TooCostly' && isBeforeSlice(series, walked, slice)) {
      walked = walker()
    }
    if (walked === 'TooCostly') return tooCostly(series)
    if (walked !== null) heads.push({ series, walker, walked })
  }
  queue.fill(heads)
  return null
}

/** `walkOf`, which is one and the same for most series. */
const walksOf = (slice: Slice): ((series: ListedSeries) => SeriesWalk) => {
  const known = new Map<SeriesWalk['which'], SeriesWalk>()
  return (series) => {
    const which = whichOf(series.event.status, slice.filter.listing)
    const walk = known.get(which) ?? walkOf(series, slice)
    known.set(which, walk)
    return walk
  }
}

/** Which occurrences of a series the slice is about, from where it begins. */
export const walkOf = ({ event }: ListedSeries, { filter, direction, from }: Slice): SeriesWalk => {
  const forward = direction === 'Ascending'
  const window = closeWindow(filter.window)
  const { startFrom, startTo } = window
  const start = from?.start ?? (forward ? startFrom : startTo)
  return {
    window: forward
      ? { ...window, startFrom: Math.max(startFrom, start) }
      : { ...window, startTo: Math.min(startTo, start) },
    zone: zoneOf(filter.timeZone),
    direction: forward ? 'forward' : 'backward',
    answers: filter.answers,
    which: whichOf(event.status, filter.listing),
  }
}

const whichOf = (
  status: ListedSeries['event']['status'],
  listing: Slice['filter']['listing'],
): SeriesWalk['which'] => {
  if (listing === 'Active') return 'Standing'
  return status === 'Cancelled' ? 'All' : 'Cancelled'
}

const isBeforeSlice = (
  { uid }: ListedSeries,
  { start, localSeconds }: Walked,
  { from, direction }: Slice,
): boolean =>
  from?.start === start &&
  compareIn(direction)({ start, uid, recurrenceId: recurrenceIdOf(localSeconds) }, from) < 0

/** Whether the slice goes back from the end of time through a series that has none. */
export const isUnbounded = (series: ListedSeries, slice: Slice): boolean => {
  if (slice.direction === 'Ascending') return false
  const { window, which, answers } = walkOf(series, slice)
  return (
    window.startTo === MAX_INSTANT &&
    window.endTo === MAX_INSTANT &&
    which !== 'Cancelled' &&
    (answers === null || answers.includes(series.participation.status)) &&
    openSeries(series.event).isEndless()
  )
}
