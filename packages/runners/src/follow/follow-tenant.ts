import type { StoreFailure, TenantId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Follower } from '../loop/index.js'
import type { FollowError, Following } from './following.js'

/**
 * Follows one tenant's log from its checkpoint.
 *
 * A page counts when it is worked off. The checkpoint is written when there was something to do or a whole page was
 * passed: what is read again after a crash must change nothing.
 */
export const followTenant = <F>(
  following: Following<F>,
  tenantId: TenantId,
): Follower<FollowError<F>['failure']> => {
  const { store, checkpoints, name, batch, work } = following
  let position: number | null = null
  let saved = 0

  const begin = async (): Promise<E.Either<StoreFailure, number>> => {
    if (position !== null) return E.right(position)
    const stored = await checkpoints.position(name, tenantId)()
    if (E.isRight(stored)) {
      saved = stored.right
      position = stored.right
    }
    return stored
  }
  const save = async (): Promise<E.Either<StoreFailure, void>> => {
    if (position === null || position <= saved) return E.right(undefined)
    const reached = position
    const advanced = await checkpoints.advance(name, tenantId, reached)()
    if (E.isRight(advanced)) saved = reached
    return advanced
  }
  const turn: Follower<FollowError<F>['failure']>['turn'] = async () => {
    const after = await begin()
    if (E.isLeft(after)) return after
    const page = await store.readLog({ tenantId, after: after.right, limit: batch })()
    if (E.isLeft(page)) return page
    const worked = await work(page.right, tenantId)
    if (E.isLeft(worked)) return worked
    position = page.right.at(-1)?.position ?? after.right
    const done = page.right.length < batch
    if (worked.right === 'Worked' || position - saved >= batch) {
      const advanced = await save()
      if (E.isLeft(advanced)) return advanced
    }
    return E.right(done ? 'Done' : 'More')
  }
  return { turn, save }
}
