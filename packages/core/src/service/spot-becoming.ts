import type { Asking } from '../policy/index.js'
import { spotUid, spotWanted } from '../policy/index.js'
import type { Spot } from '../training/index.js'
import { spotKey } from '../training/index.js'
import type { Parts } from './parts.js'
import type { Becoming, Watched } from './training-decisions.js'
import { becoming } from './training-decisions.js'

/** Which spot, and the decision on its training that comes first. */
export interface SpotBecoming {
  readonly trainingId: string
  readonly spot: Pick<Spot, 'bucketId' | 'spotId'>
  readonly training: Watched
}

/** Makes the calendar event of a spot what its training says after the decision on that. */
export const spotBecoming = (
  parts: Parts,
  asking: Asking,
  { trainingId, spot, training }: SpotBecoming,
): Becoming =>
  becoming(parts, asking, {
    uid: spotUid(spot),
    wanted: () => {
      const after = training.after()
      const found = after.type === 'Training' ? after.spots.get(spotKey(spot)) : undefined
      return found === undefined || after.type !== 'Training'
        ? null
        : spotWanted(trainingId, after.learners, found)
    },
  })
