import type { SingleKey } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

/** Skips one too few. STORE-040 must reject it. */
export const skipsOneTooFew: StoreFault = faulty((store) => ({
  singleKeys: (query) => store.singleKeys({ ...query, offset: Math.max(0, query.offset - 1) }),
}))

/** Breaks ties upwards in both directions. STORE-040 must reject it. */
export const breaksTiesOfKeysUpwards: StoreFault = faulty((store) => ({
  singleKeys: (query) =>
    query.direction === 'Ascending'
      ? store.singleKeys(query)
      : TE.map((keys: readonly SingleKey[]) =>
          keys.toSorted((a, b) => b.start - a.start || (a.uid < b.uid ? -1 : 1)),
        )(store.singleKeys(query)),
}))

/** Counts what is in the first list only. STORE-041 must reject it. */
export const countsOneList: StoreFault = faulty((store) => ({
  countSingles: (range) => store.countSingles({ ...range, listings: range.listings.slice(0, 1) }),
}))

/** Shows several events as they are now, whatever was asked. STORE-042 must reject it. */
export const showsManyAsTheyAre: StoreFault = faulty((store) => ({
  events: (query) => store.events({ ...query, position: Number.MAX_SAFE_INTEGER }),
}))
