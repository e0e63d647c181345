import { systemClock } from '@kalends/core'
import type { Runner } from '../loop/index.js'
import { startLoop, tenantsStep } from '../loop/index.js'
import { followTenant } from './follow-tenant.js'
import type { FollowError, Following } from './following.js'

/**
 * Works off every tenant's log, now and as it grows, until it is stopped.
 *
 * At least once: checkpoints may lag. A failure is retried with backoff and holds up its tenant only.
 */
export const followLog = <F>(following: Following<F>): Runner => {
  const { step, appended, finish } = tenantsStep<FollowError<F>['failure'], FollowError<F>>({
    ...{ tenants: following.store.tenants, clock: systemClock },
    ...{ pollMs: following.pollMs, onError: following.onError },
    follow: (tenantId) => followTenant(following, tenantId),
    errorOf: (tenantId, failure) => ({ tenantId, failure }),
  })
  return startLoop<FollowError<F>>({
    step,
    subscribe: (wake) =>
      following.store.onAppended((tenantId) => {
        appended(tenantId)
        wake()
      }),
    pollMs: following.pollMs,
    backoff: following.backoff,
    onError: following.onError,
    thrown: (cause) => ({
      tenantId: null,
      failure: { type: 'StoreFailure', reason: String(cause) },
    }),
    finish,
  })
}
