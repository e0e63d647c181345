import type { UserId } from '../event/index.js'
import type { Instant } from '../time/index.js'
import type { LiveSession, Spot } from './training.js'

/** What comes of a fact. */
interface Told {
  readonly at: Instant
  readonly factId: string
}

type SpotId = Pick<Spot, 'bucketId' | 'spotId'>

/** A spot as its bucket offers it. */
export type OfferedSpot = Omit<Spot, 'registered' | 'withdrawn'>

/** A live session takes place, or takes place otherwise than was said before. */
export interface ScheduleSession extends Told {
  readonly type: 'ScheduleSession'
  readonly session: LiveSession
  readonly trainingId: string | null
}

/** A learner takes a spot, or gives it back. */
export interface Registration extends SpotId {
  readonly type: 'Register' | 'Unregister'
  readonly at: Instant
  readonly learnerId: UserId
}

/** What can be asked of the stream of a training, a bucket or a live session. */
export type Command =
  | ScheduleSession
  | ({ readonly type: 'CancelSession' } & Told)
  | ({ readonly type: 'AssignBucket'; readonly trainingId: string } & Told)
  | ({ readonly type: 'StrikeSpot'; readonly spotId: string } & Told)
  | ({
      readonly type: 'OfferSpots'
      readonly spots: readonly OfferedSpot[]
      /** Those of the bucket that were withdrawn before it was published. */
      readonly struck: ReadonlySet<string>
    } & Told)
  | ({ readonly type: 'WithdrawSpot' } & SpotId & Told)
  | ({ readonly type: 'StartTraining'; readonly learnerId: UserId } & Told)
  | Registration
