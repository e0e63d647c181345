import assert from 'node:assert/strict'
import type { OpenStore, StoreCapability } from './store.js'
import { withOpened } from './store.js'

/** Every capability that a store may have. */
export const storeCapabilities = [
  'reopen',
  'share',
  'hold',
  'storm',
  'fixtures',
] as const satisfies readonly StoreCapability[]

/** What a subject says that it can do: the only way to skip a rule. */
export type Manifest<C extends string> = Readonly<Record<C, boolean>>

/** STORE-000: a store brings what its manifest names, and names what it brings. Throws where it does not. */
export const manifestIsTrue = <S>(
  open: OpenStore<S>,
  supports: Manifest<StoreCapability>,
): Promise<void> =>
  withOpened(open, (opened) => {
    for (const capability of storeCapabilities) {
      assert.equal(opened[capability] !== undefined, supports[capability], capability)
    }
    return Promise.resolve()
  })
