import type { TenantSeriesRow } from '@kalends/core'
import { aliveIn } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

/** Reads on behind what a row is sorted by, and forgets its id. STORE-043 must reject it. */
export const readsOnByOneKey: StoreFault = faulty((store) => ({
  tenantSingles: ({ after, direction, ...query }) => {
    const uid = direction === 'Ascending' ? '\uFFFF' : ''
    return store.tenantSingles({ ...query, direction, after: after && { ...after, uid } })
  },
}))

/** Sorts by when events begin, whatever was asked. STORE-043 must reject it. */
export const sortsByStart: StoreFault = faulty((store) => ({
  tenantSingles: (query) => store.tenantSingles({ ...query, order: 'StartTime' }),
}))

/** Knows no series that began before the window. STORE-044 must reject it. */
export const losesSeriesThatBegan: StoreFault = faulty((store) => ({
  tenantSeries: (query) =>
    TE.map((rows: readonly TenantSeriesRow[]) =>
      rows.filter(({ key }) => key.start >= aliveIn(query.filter.window).endFrom),
    )(store.tenantSeries(query)),
}))
