import type { Fact } from '@kalends/core'
import { DAY_MS, HOUR_MS } from '@kalends/core'
import { users } from '../arbitraries/index.js'
import { FIRST_DAY_MS } from './first-day.js'
import type { Random } from './random.js'

/** Draws a fact of a learning platform, in no order: what ends something may come before it. */
export const factOf = (random: Random, id: string): Fact => {
  const kind = random.below(20)
  const bucketId = random.pick(['morning', 'evening'])
  const liveSessionId = random.pick(['welcome', 'farewell'])
  if (kind < 9)
    return { type: 'TrainingStarted', id, trainingId: TRAINING, learnerId: random.pick(users) }
  if (kind < 14) {
    const spots = SPOTS.map((spot) => ({ ...spot, ...slot(random) }))
    return { type: 'BucketPublished', id, bucketId, trainingId: TRAINING, title: id, spots }
  }
  if (kind < 18) {
    const learners = users.filter(() => random.chance(0.5))
    return { type: 'LiveSessionScheduled', id, liveSessionId, title: id, ...slot(random), learners }
  }
  if (kind < 19) return { type: 'LiveSessionCancelled', id, liveSessionId: 'farewell' }
  return { type: 'SpotWithdrawn', id, bucketId: 'evening', spotId: random.pick(SPOTS).spotId }
}

const TRAINING = 'first aid'

const slot = (random: Random) => {
  const startMs = FIRST_DAY_MS + random.below(20) * DAY_MS
  const [start, end] = [startMs, startMs + HOUR_MS].map((ms) => new Date(ms).toISOString())
  return { start: `${start}`, end: `${end}` }
}

/** Draws one of the spots of the one training, mostly one that is never withdrawn. How many can take it never changes. */
export const spotOf = (random: Random) => {
  const { spotId } = random.pick(SPOTS)
  return { bucketId: random.chance(0.8) ? 'morning' : 'evening', spotId }
}

interface Place {
  readonly spotId: string
  readonly capacity: number
}

const SPOTS: readonly [Place, Place] = [
  { spotId: 'for one', capacity: 1 },
  { spotId: 'for two', capacity: 2 },
]
