import type { Classification } from '@kalends/core'
import * as fc from 'fast-check'
import { record } from './record.js'

/** What an event is when it is no meeting: live sessions, and spots of trainings. */
export const classification = (): fc.Arbitrary<Classification> =>
  fc.oneof(
    fc.constantFrom('LiveSession' as const, 'Other' as const).map((kind) => ({ kind, spot: null })),
    record({
      trainingId: fc.constantFrom('t1', 't2'),
      bucketId: fc.constantFrom('b1', 'b2'),
      spotId: fc.constantFrom('s1', 's2'),
    }).map((spot) => ({ kind: 'LiveSessionSpot' as const, spot })),
  )
