import type { EventStore } from '@kalends/core'
import type { Backoff } from './backoff.js'
import type { Runner } from './runner.js'
import { startLoop } from './start-loop.js'
import type { Following } from './tenants-step.js'
import { tenantsStep } from './tenants-step.js'

/** How all tenants of a store are followed, and when to try again. */
export interface FollowingStore<F, X> extends Omit<Following<F, X>, 'tenants'> {
  readonly store: Pick<EventStore, 'tenants' | 'onAppended'>
  readonly backoff: Backoff
}

/** Follows every tenant of a store, now and as their logs grow, until it is stopped. */
export const followTenants = <F, X>(following: FollowingStore<F, X>): Runner => {
  const { store, pollMs, backoff, onError, errorOf } = following
  const { step, appended, finish } = tenantsStep({ ...following, tenants: store.tenants })
  return startLoop<X>({
    step,
    subscribe: (wake) =>
      store.onAppended((tenantId) => {
        appended(tenantId)
        wake()
      }),
    ...{ pollMs, backoff, onError, finish },
    thrown: (cause) => errorOf(null, { type: 'StoreFailure', reason: String(cause) }),
  })
}
