import type { TenantId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Rest } from '../loop/index.js'
import type { Detecting, DetectionError } from './detecting.js'
import type { Follower } from './follow-tenant.js'
import { followTenant } from './follow-tenant.js'

/** One step over all tenants, and how to tell it what to look at. */
export interface DetectStep {
  readonly step: TE.TaskEither<DetectionError, Rest>
  readonly appended: (tenantId: TenantId) => void
  /** Writes down how far it has come. */
  readonly finish: () => Promise<void>
}

/**
 * Looks at the tenants that were appended to since the last step, and at all of them after a poll.
 *
 * A tenant that fails is looked at again and does not keep the others from their turn.
 */
export const detectStep = (detecting: Detecting): DetectStep => {
  const followers = new Map<TenantId, Follower>()
  const waiting = new Set<TenantId>()
  let polledAtMs = -Infinity

  const poll = async (): Promise<E.Either<DetectionError, void>> => {
    if (performance.now() - polledAtMs < detecting.pollMs) return E.right(undefined)
    const tenants = await detecting.store.tenants()
    if (E.isLeft(tenants)) return E.left(errorOf(null, tenants.left))
    for (const tenantId of tenants.right) waiting.add(tenantId)
    polledAtMs = performance.now()
    return E.right(undefined)
  }
  const followerOf = (tenantId: TenantId): Follower => {
    const follower = followers.get(tenantId) ?? followTenant(detecting, tenantId)
    followers.set(tenantId, follower)
    return follower
  }
  const turn = async (tenantId: TenantId): Promise<DetectionError | null> => {
    waiting.delete(tenantId)
    const turned = await followerOf(tenantId).turn()
    if (E.isRight(turned) && turned.right === 'Done') return null
    waiting.add(tenantId)
    return E.isRight(turned) ? null : errorOf(tenantId, turned.left)
  }

  const step = async (): Promise<E.Either<DetectionError, Rest>> => {
    const polled = await poll()
    if (E.isLeft(polled)) return polled
    const errors: DetectionError[] = []
    for (const tenantId of [...waiting]) {
      const error = await turn(tenantId)
      if (error !== null) errors.push(error)
    }
    const [last, ...others] = errors.toReversed()
    for (const error of others) detecting.onError(error)
    if (last !== undefined) return E.left(last)
    const idle = waiting.size === 0
    return E.right({ restMs: idle ? Infinity : 0, idle })
  }
  const finish = async () => {
    for (const follower of followers.values()) await follower.save()
  }
  return { step, appended: (tenantId) => void waiting.add(tenantId), finish }
}

const errorOf = (
  tenantId: TenantId | null,
  failure: DetectionError['failure'],
): DetectionError => ({ type: 'DetectionError', tenantId, failure })
