import { createHash } from 'node:crypto'
import type { EventKind, SpotRef, Uid, UserId } from '../../event/index.js'
import type { Spot, TrainingState } from '../../training/index.js'
import { isOpen } from '../../training/index.js'
import type { Instant } from '../../time/index.js'

/** The user who organizes the calendar events of live sessions and spots. No user of a host may be called so. */
export const LIVE_SESSIONS: UserId = '~live-sessions'

/** What the calendar event of a live session, or of a spot, shall be. */
export interface Wanted {
  readonly uid: Uid
  readonly kind: EventKind
  /** Null for a live session. */
  readonly spot: SpotRef | null
  readonly title: string
  readonly start: Instant
  readonly end: Instant
  readonly status: 'Confirmed' | 'Cancelled'
  /** In whose lists it is. */
  readonly audience: readonly UserId[]
  /** Those of them whose it is; null where nobody registers. */
  readonly registered: readonly UserId[] | null
}

/** What a live session's event shall be; null while only its cancellation is known. Pure. */
export const sessionWanted = (state: TrainingState): Wanted | null => {
  if (state.type !== 'Session' || state.session === null) return null
  const { liveSessionId, title, start, end, learners } = state.session
  const status = state.cancelled === 'Cancelled' ? 'Cancelled' : 'Confirmed'
  return {
    ...{ uid: sessionUid(liveSessionId), kind: 'LiveSession', spot: null },
    ...{ title, start, end, status, audience: learners, registered: null },
  }
}

/**
 * What a spot's event shall be. Pure.
 *
 * As long as somebody can take the spot it is in the lists of all who started the training, then only in those of
 * whoever took it.
 */
export const spotWanted = (
  trainingId: string,
  learners: ReadonlySet<UserId>,
  spot: Spot,
): Wanted => {
  const { bucketId, spotId, title, start, end, registered } = spot
  return {
    ...{ uid: spotUid(spot), kind: 'LiveSessionSpot', spot: { trainingId, bucketId, spotId } },
    ...{ title, start, end, status: 'Confirmed', registered },
    audience: isOpen(spot) ? [...new Set([...registered, ...learners])] : registered,
  }
}

/** The uid of a live session's event: the same for the same session, for all time. */
export const sessionUid = (liveSessionId: string): Uid => uidOf(['session', liveSessionId])

/** The uid of a spot's event: the same for the same spot, for all time. */
export const spotUid = ({ bucketId, spotId }: Pick<Spot, 'bucketId' | 'spotId'>): Uid =>
  uidOf(['spot', bucketId, spotId])

const PREFIX = 'live-session-'

/** Whether a uid is one of those that only live sessions and spots have. */
export const isGeneratedUid = (uid: Uid): boolean => uid.startsWith(PREFIX)

const uidOf = (key: readonly string[]): Uid =>
  PREFIX + createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, DIGITS)

const DIGITS = 40
