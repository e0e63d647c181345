import type { SingleKeysQuery } from '@kalends/core'
import * as fc from 'fast-check'
import type { AskedSingles } from './filter.js'
import { singlesFor } from './filter.js'
import type { History } from './history.js'
import { history } from './history.js'
import { record } from './record.js'

/** What a store may be asked for the keys of after a history: `position` counts down from the last one. */
export type AskedKeys = Omit<SingleKeysQuery, 'position' | 'tenantId'> &
  Pick<AskedSingles, 'positionsAgo'>

/** Queries of keys of single events, in one or several lists of a user's. */
export const keysFor = (each: History): fc.Arbitrary<AskedKeys> =>
  record({
    asked: singlesFor(each),
    listings: fc.oneof(
      fc.constant(['Active'] as const),
      fc.subarray(['Active', 'Cancelled', 'None'] as const, { minLength: 1 }),
    ),
    offset: fc.oneof(fc.constant(0), fc.nat(8)),
    limit: fc.oneof(fc.constant(1000), fc.integer({ min: 0, max: 4 })),
  }).map(({ asked: { userId, positionsAgo, time, window, direction }, ...rest }) => ({
    ...{ userId, positionsAgo, time, window, direction },
    ...rest,
  }))

/** Histories, and which keys to ask a store for after them. */
export const historyAndKeys = () =>
  fc.oneof(history({ minLength: 10 }), history({ minLength: 10, times: 'Crowded' })).chain((each) =>
    record({
      steps: fc.constant(each.steps),
      queries: fc.array(keysFor(each), { minLength: 8, maxLength: 12 }),
    }),
  )
