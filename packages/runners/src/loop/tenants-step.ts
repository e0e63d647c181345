import type { Clock, Instant, StoreFailure, TenantId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Rest } from './start-loop.js'

/** What a turn leaves: nothing, more to do at once, or something to do at `dueAt`. */
export type Turned = 'Done' | 'More' | { readonly dueAt: Instant }

/** A place in one tenant's log. */
export interface Follower<F> {
  /** Works off one page of the log. */
  readonly turn: () => Promise<E.Either<F, Turned>>
  /** Writes down how far it has come. */
  readonly save: () => Promise<unknown>
}

/** How all tenants are followed. `X` is what went wrong with one of them, or, without a tenant, with their list. */
export interface Following<F, X> {
  readonly tenants: TE.TaskEither<StoreFailure, readonly TenantId[]>
  readonly follow: (tenantId: TenantId) => Follower<F>
  readonly clock: Clock
  readonly pollMs: number
  readonly errorOf: (tenantId: TenantId | null, failure: F | StoreFailure) => X
  readonly onError: (error: X) => void
}

/** One step over all tenants, and how to tell it what to look at. */
export interface TenantsStep<X> {
  readonly step: TE.TaskEither<X, Rest>
  readonly appended: (tenantId: TenantId) => void
  /** Writes down how far it has come. */
  readonly finish: () => Promise<void>
}

/**
 * Looks at the tenants that were appended to since the last step, at those that are due, and at all of them after a poll.
 *
 * A tenant that fails is looked at again and does not keep the others from their turn.
 */
export const tenantsStep = <F, X>(following: Following<F, X>): TenantsStep<X> => {
  const { clock, errorOf, onError } = following
  const followers = new Map<TenantId, Follower<F>>()
  const waiting = new Set<TenantId>()
  const due = new Map<TenantId, Instant>()
  const poll = polling(following, waiting)

  const followerOf = (tenantId: TenantId): Follower<F> => {
    const follower = followers.get(tenantId) ?? following.follow(tenantId)
    followers.set(tenantId, follower)
    return follower
  }
  const turn = async (tenantId: TenantId): Promise<X | null> => {
    waiting.delete(tenantId)
    due.delete(tenantId)
    const turned = await followerOf(tenantId).turn()
    if (E.isLeft(turned) || turned.right === 'More') waiting.add(tenantId)
    else if (turned.right !== 'Done') due.set(tenantId, turned.right.dueAt)
    return E.isLeft(turned) ? errorOf(tenantId, turned.left) : null
  }
  const rest = (): Rest => {
    if (waiting.size > 0) return { restMs: 0, idle: false }
    const next = Math.min(...due.values())
    return { restMs: Math.max(0, next - clock.now()), idle: true }
  }

  const step = async (): Promise<E.Either<X, Rest>> => {
    const polled = await poll()
    if (E.isLeft(polled)) return E.left(errorOf(null, polled.left))
    for (const [tenantId, at] of due) if (at <= clock.now()) waiting.add(tenantId)
    const errors: X[] = []
    for (const tenantId of [...waiting]) {
      const error = await turn(tenantId)
      if (error !== null) errors.push(error)
    }
    const [last, ...others] = errors.toReversed()
    for (const error of others) onError(error)
    return last === undefined ? E.right(rest()) : E.left(last)
  }
  const finish = async () => {
    for (const follower of followers.values()) await follower.save()
  }
  return { step, appended: (tenantId) => void waiting.add(tenantId), finish }
}

const polling = <F, X>({ tenants, pollMs }: Following<F, X>, waiting: Set<TenantId>) => {
  let polledAtMs = -Infinity
  return async (): Promise<E.Either<StoreFailure, void>> => {
    if (performance.now() - polledAtMs < pollMs) return E.right(undefined)
    const known = await tenants()
    if (E.isLeft(known)) return known
    for (const tenantId of known.right) waiting.add(tenantId)
    polledAtMs = performance.now()
    return E.right(undefined)
  }
}
