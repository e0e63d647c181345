import type { TenantFilter, TenantOrder, TenantSinglesQuery } from '@kalends/core'
import { closeWindow, indexedBounds } from '@kalends/core'
import * as fc from 'fast-check'
import type { History } from './history.js'
import { history } from './history.js'
import { record } from './record.js'
import { windowAmong } from './window.js'

/**
 * What a store may be asked of a whole tenant after a history: `position` counts down from the last one, `updatedFrom` and
 * `after` are turned into a stamp of the log and a row when they are known; null is no bound.
 */
export type AskedOfTenant = Pick<TenantSinglesQuery, 'order' | 'direction' | 'limit' | 'filter'> & {
  readonly positionsAgo: number
  readonly updatedFromNth: number | null
  readonly afterNth: number | null
}

/** Everything that a tenant's events can be sorted by. */
export const tenantOrders = [
  'CreatedAt',
  'UpdatedAt',
  'StartTime',
  'EndTime',
] as const satisfies readonly TenantOrder[]

/** Queries of a tenant's single events whose windows are drawn from the edges of the history's events. */
export const askedOfTenant = ({ steps }: History): fc.Arbitrary<AskedOfTenant> => {
  const creations = steps.flatMap(({ command }) =>
    command.type === 'Create' || command.type === 'Import' ? [command] : [],
  )
  const edges = creations.flatMap(({ time }) => {
    const { start, end } = indexedBounds(time)
    return [start, end]
  })
  return record({
    order: fc.constantFrom(...tenantOrders),
    direction: fc.constantFrom('Ascending', 'Descending'),
    limit: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 4 })),
    filter: record({
      uid: rarely(['nothing', ...steps.map(({ uid }) => uid)]),
      calendarId: rarely(['primary-ann', 'primary-bob', 'another']),
      window: windowAmong(edges).map(closeWindow),
    }) satisfies fc.Arbitrary<TenantFilter>,
    positionsAgo: fc.oneof(fc.constant(0), fc.nat(20)),
    updatedFromNth: fc.option(fc.nat(40), { freq: 2 }),
    afterNth: fc.option(fc.nat(6), { freq: 2 }),
  })
}

const rarely = (ids: readonly string[]): fc.Arbitrary<string | null> =>
  fc.oneof(
    { arbitrary: fc.constant(null), weight: 3 },
    { arbitrary: fc.constantFrom(...ids), weight: 1 },
  )

/** Histories, and what to ask of a whole tenant after them. */
export const historyAndAskedOfTenant = () =>
  fc.oneof(history({ minLength: 8 }), history({ minLength: 8, times: 'Crowded' })).chain((each) =>
    record({
      steps: fc.constant(each.steps),
      queries: fc.array(askedOfTenant(each), { minLength: 5, maxLength: 10 }),
    }),
  )
