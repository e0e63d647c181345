import type { UserId } from '../event/index.js'
import type { Instant } from '../time/index.js'

/** A live session: one time, for the learners that were named. */
export interface LiveSession {
  readonly liveSessionId: string
  readonly title: string
  readonly start: Instant
  readonly end: Instant
  readonly learners: readonly UserId[]
}

/** A place and time that some of the learners of a training can take. */
export interface Spot {
  readonly bucketId: string
  readonly spotId: string
  readonly title: string
  readonly start: Instant
  readonly end: Instant
  /** How many can take it. */
  readonly capacity: number
  /** Who took it, the first one first. */
  readonly registered: readonly UserId[]
  readonly withdrawn: 'Withdrawn' | 'Offered'
}

/** A training: who started it, and the spots of its buckets by `spotKey`. */
export interface Training {
  readonly learners: ReadonlySet<UserId>
  readonly spots: ReadonlyMap<string, Spot>
}

/** What a spot is called within its training. */
export const spotKey = ({ bucketId, spotId }: Pick<Spot, 'bucketId' | 'spotId'>): string =>
  JSON.stringify([bucketId, spotId])

/** Whether someone can still take a spot. */
export const isOpen = ({ registered, capacity, withdrawn }: Spot): boolean =>
  withdrawn === 'Offered' && registered.length < capacity
