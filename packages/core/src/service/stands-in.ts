import type { CalendarEvent, Participation } from '../event/index.js'
import { boundsIn, walkSeries } from '../occurrence/index.js'
import type { TimeZoneId, Window } from '../time/index.js'
import { closeWindow, everything, holds, UTC, zoneOf } from '../time/index.js'

/** A window, and where all-day events lie. */
export interface Looking {
  /** Default: everything. */
  readonly window?: Window
  /** Default UTC. */
  readonly timeZone?: TimeZoneId
}

/**
 * Whether an event takes place in a window; a series does when one of its occurrences does. In everything stands also a
 * series that has none left.
 */
export const standsIn = (event: CalendarEvent, looking: Looking): boolean => {
  const { window: asked = everything } = looking
  if (Object.keys(asked).length === 0) return true
  const window = closeWindow(asked)
  const zone = zoneOf(looking.timeZone ?? UTC)
  if (event.recurrence === null) {
    const { start, end } = boundsIn(event.time, zone)
    return holds(window, start, end)
  }
  const summary = { ...event, participantsCount: event.participants.size }
  const first = walkSeries(
    { uid: event.uid, participation: ANYBODY, event: summary },
    { window, zone, direction: 'forward', answers: null, which: 'Standing' },
  )()
  return first !== null // what costs too much to find may be there
}

/** Answers are not asked about. */
const ANYBODY: Participation = {
  userId: '',
  status: 'Accepted',
  answer: null,
  occurrences: new Map(),
}
