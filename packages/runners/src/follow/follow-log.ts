import { systemClock } from '@kalends/core'
import type { Runner } from '../loop/index.js'
import { followTenants } from '../loop/index.js'
import { followTenant } from './follow-tenant.js'
import type { FollowError, Following } from './following.js'

/**
 * Works off every tenant's log, now and as it grows, until it is stopped.
 *
 * At least once: checkpoints may lag. A failure is retried with backoff and holds up its tenant only.
 */
export const followLog = <F>(following: Following<F>): Runner =>
  followTenants<FollowError<F>['failure'], FollowError<F>>({
    ...following,
    clock: systemClock,
    follow: (tenantId) => followTenant(following, tenantId),
    errorOf: (tenantId, failure) => ({ tenantId, failure }),
  })
