import type { Instant } from '../time/index.js'
import type { Occurrence } from './occurrence.js'
import { type Stretch, united, without } from './stretch.js'

/** A stretch of time that is taken, `[start, end)`. @see https://www.rfc-editor.org/rfc/rfc5545#section-3.2.9 */
export interface BusyInterval {
  readonly start: Instant
  readonly end: Instant
  readonly type: 'Busy' | 'BusyTentative'
}

type Taking = Pick<Occurrence, 'start' | 'end' | 'status'> & {
  readonly event: Pick<Occurrence['event'], 'status'>
}

/**
 * When one user is busy within `[from, to)`: intervals that do not overlap, by start.
 *
 * A confirmed event that the user accepted makes busy. A tentative event, and one that the user has not
 * accepted or only tentatively, makes tentatively busy where nothing makes busy. Cancelled and declined ones
 * take no time, nor do those of zero length.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4791#section-7.10
 */
export const busyIntervals = (
  [from, to]: readonly [Instant, Instant],
  occurrences: Iterable<Taking>,
): readonly BusyInterval[] => {
  const busy: Stretch[] = []
  const tentative: Stretch[] = []
  for (const occurrence of occurrences) {
    const stretch = [Math.max(occurrence.start, from), Math.min(occurrence.end, to)] as const
    if (stretch[0] >= stretch[1] || !takesTime(occurrence)) continue
    const surely = occurrence.status === 'Accepted' && occurrence.event.status === 'Confirmed'
    if (surely) busy.push(stretch)
    else tentative.push(stretch)
  }
  const taken = united(busy)
  return [
    ...taken.map(([start, end]) => ({ start, end, type: 'Busy' }) as const),
    ...without(united(tentative), taken).map(
      ([start, end]) => ({ start, end, type: 'BusyTentative' }) as const,
    ),
  ].toSorted((a, b) => a.start - b.start)
}

const takesTime = ({ status, event }: Taking): boolean =>
  status !== 'Declined' && event.status !== 'Cancelled'
