import type { StoreFailure, TenantId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Detecting, DetectionError } from './detecting.js'
import { recordLanguage } from './record-language.js'
import { writtenBy } from './written.js'

/** The detector's place in one tenant's log. */
export interface Follower {
  /** Works off one page of the log; `More` when there may be another. */
  readonly turn: () => Promise<E.Either<DetectionError['failure'], 'Done' | 'More'>>
  /** Writes the checkpoint down, when it is ahead of the stored one. */
  readonly save: () => Promise<E.Either<StoreFailure, void>>
}

/**
 * Follows one tenant's log from its checkpoint.
 *
 * A page counts when all its languages are recorded. The checkpoint is written when there was something to
 * record or a whole page was passed: what is read again after a crash changes nothing.
 */
export const followTenant = (detecting: Detecting, tenantId: TenantId): Follower => {
  const { store, checkpoints, name, batch } = detecting
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
  const turn: Follower['turn'] = async () => {
    const after = await begin()
    if (E.isLeft(after)) return after
    const page = await store.readLog({ tenantId, after: after.right, limit: batch })()
    if (E.isLeft(page)) return page
    const written = page.right.map(writtenBy).filter((each) => each !== null)
    const recorded = await Promise.all(written.map((each) => recordLanguage(detecting, each)))
    const failed = recorded.find(E.isLeft)
    if (failed !== undefined) return failed
    position = page.right.at(-1)?.position ?? after.right
    const done = page.right.length < batch
    if (written.length > 0 || position - saved >= batch) {
      const advanced = await save()
      if (E.isLeft(advanced)) return advanced
    }
    return E.right(done ? 'Done' : 'More')
  }
  return { turn, save }
}
