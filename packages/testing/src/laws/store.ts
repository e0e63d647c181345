import type { Checkpoints, EventQueries, EventStore, Outbox } from '@kalends/core'
import * as fc from 'fast-check'
import { history, record, singlesFor } from '../arbitraries/index.js'

/** All that a calendar and its runners ask of a store. */
export type Store = EventStore & EventQueries & Outbox & Checkpoints

/** A store for one test, empty, and how to be rid of it. */
export interface StoreUnderTest {
  readonly store: Store
  readonly close: () => Promise<void>
}

/** Opens a fresh store, once for each run of a law. */
export type OpenStore = () => Promise<StoreUnderTest>

/** The tenant whose log these laws write. */
export const TENANT = 'demo'

/** Histories, and what to ask of a store after them. */
export const historyAndQueries = () =>
  fc.oneof(history({ minLength: 10 }), history({ minLength: 10, times: 'Crowded' })).chain((each) =>
    record({
      steps: fc.constant(each.steps),
      queries: fc.array(singlesFor(each), { minLength: 10, maxLength: 20 }),
    }),
  )

/** Opens a store, uses it, closes it in any case. */
export const withStore = async (
  open: OpenStore,
  use: (store: Store) => Promise<void>,
): Promise<void> => {
  const { store, close } = await open()
  try {
    await use(store)
  } finally {
    await close()
  }
}

/** Opens two. */
export const withStores = (
  [open, openReference]: readonly [OpenStore, OpenStore],
  use: (stores: readonly [Store, Store]) => Promise<void>,
): Promise<void> =>
  withStore(open, (store) => withStore(openReference, (reference) => use([store, reference])))

/** 1, 2, 3 and so on. */
export const counting = (length: number): readonly number[] =>
  Array.from({ length }, (_, index) => index + 1)
