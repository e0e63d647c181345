import type { Instant, StoreFailure, TenantId, WebhookFailure } from '@kalends/core'
import { isTold, WEBHOOKS_STREAM } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Follower, Turned } from '../loop/index.js'
import type { Announcing } from './announcing.js'
import { noChanges } from './changes-in.js'
import type { Place } from './read-on.js'
import { readOn } from './read-on.js'

/**
 * Follows one tenant's log and announces what is in it.
 *
 * Once it has read something that is not due yet, it reads nothing until then, so that a burst costs one reading and becomes one
 * announcement. After a crash it begins behind what was announced last, which the webhooks' own stream says.
 */
export const followChanges = (
  announcing: Announcing,
  tenantId: TenantId,
): Follower<WebhookFailure | StoreFailure> => {
  const { store, checkpoints, name, batch, clock } = announcing
  let place: Place | null = null
  let saved = 0
  let waiting: Waiting | null = null

  const begin = async (announcedTo: number): Promise<E.Either<StoreFailure, Place>> => {
    if (place !== null) return E.right(place)
    const stored = await checkpoints.position(name, tenantId)()
    if (E.isLeft(stored)) return stored
    saved = stored.right
    return E.right(placeAt(Math.max(stored.right, announcedTo)))
  }
  const save = async (): Promise<E.Either<StoreFailure, void>> => {
    if (place === null || place.untold.after <= saved) return E.right(undefined)
    // Behind it is what was not told yet.
    const { after } = place.untold
    const advanced = await checkpoints.advance(name, tenantId, after)()
    if (E.isRight(advanced)) saved = after
    return advanced
  }
  const turn = async (): Promise<E.Either<WebhookFailure | StoreFailure, Turned>> => {
    const now = clock.now()
    if (waiting !== null && now >= waiting.since && now < waiting.dueAt) {
      return E.right({ dueAt: waiting.dueAt })
    }
    // Before the webhooks: one that is added after it is told what comes after it.
    const head = await store.head(tenantId)()
    if (E.isLeft(head)) return head
    const loaded = await store.load(tenantId, 'webhook', WEBHOOKS_STREAM)()
    if (E.isLeft(loaded)) return loaded
    const { state } = loaded.right
    const begun = await begin(state.announcedTo)
    if (E.isLeft(begun)) return begun
    const turned = isTold(state)
      ? await readOn(announcing, begun.right, { tenantId, state })
      : E.right({ place: skippedTo(begun.right, head.right.position), turned: 'Done' as const })
    if (E.isLeft(turned)) return turned
    place = turned.right.place
    const { turned: left } = turned.right
    waiting = typeof left === 'string' ? null : { since: now, dueAt: left.dueAt }
    const advanced = place.untold.after - saved >= batch ? await save() : E.right(undefined)
    return E.isLeft(advanced) ? advanced : E.right(left)
  }
  return { turn, save }
}

/** Until when there is nothing to do; a clock that is set back ends it. */
interface Waiting {
  readonly since: Instant
  readonly dueAt: Instant
}

const placeAt = (position: number): Place => ({ position, untold: noChanges(position) })

/** Nobody is told anything. */
const skippedTo = ({ position }: Place, head: number): Place => placeAt(Math.max(position, head))
