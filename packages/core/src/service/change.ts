import type { CalendarEvent, DomainEvent, State, Uid } from '../event/index.js'
import type { Filter, Viewer } from '../query/index.js'
import type { TimeZoneId, Window } from '../time/index.js'
import { isSeenBy } from './is-seen-by.js'
import { standsIn } from './stands-in.js'

/**
 * What became of an event of a viewer's.
 *
 * `Removed`: it is not for them any more, and nothing more is said about it. `Entered` and `Left`: it was moved
 * into or out of the window that is looked at.
 */
export type Change =
  | {
      readonly type: 'Created' | 'Updated' | 'Cancelled' | 'Entered' | 'Left'
      readonly uid: Uid
      readonly event: CalendarEvent
    }
  | { readonly type: 'Removed'; readonly uid: Uid }

/** Who looks, and at what: without a `window` at everything. */
export interface Onlooker {
  readonly viewer: Viewer
  readonly window?: Window
  /** Where all-day events lie. Default UTC. */
  readonly timeZone?: TimeZoneId
  /** Whether they look at public events too in which they do not participate; the default is that they don't. */
  readonly audience?: Filter['audience']
  /** Which events they look at; the default is all. */
  readonly keeps?: (event: CalendarEvent) => boolean
}

/** Two states of one event, and what happened between them. */
export interface Between {
  readonly uid: Uid
  readonly before: State
  readonly after: State
  readonly happened: readonly DomainEvent[]
}

/** What it meant for the onlooker; null when there is nothing they may know of. */
export const changeSeen = (
  onlooker: Onlooker,
  { uid, before, after, happened }: Between,
): Change | null => {
  const was = standingOf(onlooker, before)
  const is = standingOf(onlooker, after)
  if (is === 'Outside') return WAS_THERE.has(was) ? { type: 'Removed', uid } : null
  if (after.type === 'Absent') return null
  const { event } = after
  const type = typeOf(was, is)
  if (type === null) return null
  const seen = type !== 'Updated' || happened.some((each) => isSeen(each, event, onlooker))
  return seen ? { type, uid, event } : null
}

/** How a viewer stands to an event; `Elsewhere`: they may see it, but it is not in the window. */
type Standing = 'Outside' | 'Elsewhere' | 'Inside' | 'CalledOff'

const WAS_THERE: ReadonlySet<Standing> = new Set<Standing>(['Inside', 'CalledOff'])

const standingOf = (onlooker: Onlooker, state: State): Standing => {
  if (state.type === 'Absent') return 'Outside'
  if (!isSeenBy(state.event, onlooker.viewer, onlooker.audience)) return 'Outside'
  if (onlooker.keeps?.(state.event) === false) return 'Outside'
  if (!standsIn(state.event, onlooker)) return 'Elsewhere'
  return state.type === 'Cancelled' ? 'CalledOff' : 'Inside'
}

const typeOf = (
  was: Standing,
  is: Exclude<Standing, 'Outside'>,
): Exclude<Change['type'], 'Removed'> | null => {
  switch (is) {
    case 'Inside':
      if (was === 'Inside') return 'Updated'
      return was === 'Elsewhere' ? 'Entered' : 'Created'
    case 'Elsewhere':
      return was === 'Inside' ? 'Left' : null
    case 'CalledOff':
      return was === 'Inside' ? 'Cancelled' : null
  }
}

/** Where the list is hidden, the answers of other guests are. */
const isSeen = (happened: DomainEvent, event: CalendarEvent, { viewer }: Onlooker): boolean =>
  (happened.type !== 'Answered' && happened.type !== 'OccurrenceAnswered') ||
  event.showParticipantList ||
  viewer.userId === event.organizer ||
  [viewer.userId, event.organizer].includes(happened.userId)
