import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '../time/index.js'
import { parseStamp, roundDown } from '../time/index.js'
import type { Fact, OfferedSpot } from '../training/index.js'

/** The instant of a stamp in which `factProblems` found nothing wrong. */
export const instantOf = (stamp: string): Instant => {
  const parsed = parseStamp(stamp)
  return E.isRight(parsed) ? roundDown(parsed.right) : Number.NaN
}

/** The spots of a bucket, each with the bucket's title. */
export const offeredSpots = ({
  bucketId,
  title,
  spots,
}: Extract<Fact, { type: 'BucketPublished' }>): readonly OfferedSpot[] =>
  spots.map(({ spotId, start, end, capacity }) => ({
    bucketId,
    spotId,
    title,
    start: instantOf(start),
    end: instantOf(end),
    capacity,
  }))
