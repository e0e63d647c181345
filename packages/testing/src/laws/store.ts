import type {
  Append,
  Checkpoints,
  EventQueries,
  EventStore,
  Outbox,
  Rejection,
} from '@kalends/core'
import * as fc from 'fast-check'
import { history, record, singlesFor } from '../arbitraries/index.js'

/** What a calendar asks of a store. */
export type QueriedStore = EventStore & EventQueries

/** All that a calendar and its runners ask of a store. */
export type Store = EventStore & EventQueries & Outbox & Checkpoints

/**
 * A store for one test, empty, and how to be rid of it.
 *
 * What may be left out is what not every store can do: its suite asks for what the manifest names.
 */
export interface StoreUnderTest<S = Store> {
  readonly store: S
  readonly close: () => Promise<void>
  /** Closes it, and opens what it has kept. */
  readonly reopen?: () => Promise<StoreUnderTest<S>>
  /** A second store on the same data, as another process has it. */
  readonly share?: () => Promise<StoreUnderTest<S>>
  /** Begins an append, writes, and does not commit yet. */
  readonly hold?: (append: Append<Rejection>) => Promise<HeldAppend>
  /** How to run `appendForEver` on the same data in a process of its own. */
  readonly storm?: StormCommand
  /** Stores on data that each earlier schema has written. */
  readonly fixtures?: readonly StoreFixture<S>[]
}

/** An append that waits for its commit. */
export interface HeldAppend {
  readonly commit: () => Promise<void>
}

/** A program, which prints what `appendForEver` says, a line each. */
export interface StormCommand {
  readonly command: string
  readonly args: readonly string[]
}

/** Data of an earlier schema, opened by the store of today. */
export interface StoreFixture<S = Store> {
  readonly name: string
  readonly open: OpenStore<S>
}

/** Opens a fresh store, once for each run of a law. */
export type OpenStore<S = Store> = () => Promise<StoreUnderTest<S>>

/** What a store may be able to do beyond the port. */
export type StoreCapability = 'reopen' | 'share' | 'hold' | 'storm' | 'fixtures'

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

/** Opens a subject, uses it, closes it in any case. */
export const withOpened = async <T extends { readonly close: () => Promise<void> }>(
  open: () => Promise<T>,
  use: (opened: T) => Promise<void>,
): Promise<void> => {
  const opened = await open()
  try {
    await use(opened)
  } finally {
    await opened.close()
  }
}

/** Opens a store, uses it, closes it in any case. */
export const withStore = <S>(open: OpenStore<S>, use: (store: S) => Promise<void>): Promise<void> =>
  withOpened(open, ({ store }) => use(store))

/** Opens two. */
export const withStores = <S>(
  [open, openReference]: readonly [OpenStore<S>, OpenStore<S>],
  use: (stores: readonly [S, S]) => Promise<void>,
): Promise<void> =>
  withStore(open, (store) => withStore(openReference, (reference) => use([store, reference])))

/** 1, 2, 3 and so on. */
export const counting = (length: number): readonly number[] =>
  Array.from({ length }, (_, index) => index + 1)
