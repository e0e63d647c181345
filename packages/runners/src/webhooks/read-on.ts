import type { StoreFailure, TenantId, WebhookFailure, WebhookState } from '@kalends/core'
import { announcementDueAt } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Turned } from '../loop/index.js'
import type { Announcing } from './announcing.js'
import type { Changes } from './changes-in.js'
import { isNothing, noChanges, withRecorded } from './changes-in.js'

/** How far a tenant's log was read, and what of that is still to be told. */
export interface Place {
  readonly position: number
  readonly untold: Changes
}

/** A tenant and its webhooks. */
export interface ToldTenant {
  readonly tenantId: TenantId
  readonly state: WebhookState
}

/** Where it came, and what is left to do. */
export interface ReadOn {
  readonly place: Place
  readonly turned: Turned
}

/**
 * Reads a page of the log. Announces what is untold when that is due and the end of the log is reached, or after many pages, so that
 * who writes for ever is told of nevertheless.
 */
export const readOn = async (
  announcing: Announcing,
  { position: after, untold }: Place,
  { tenantId, state }: ToldTenant,
): Promise<E.Either<WebhookFailure | StoreFailure, ReadOn>> => {
  const { store, batch, clock, debounceMs } = announcing
  const page = await store.readLog({ tenantId, after, limit: batch })()
  if (E.isLeft(page)) return page
  const position = page.right.at(-1)?.position ?? after
  const place = { position, untold: page.right.reduce(withRecorded, untold) }
  const turned = page.right.length < batch ? 'Done' : 'More'
  if (isNothing(place.untold)) return E.right({ place: told(place), turned })
  const dueAt = announcementDueAt(state, { at: clock.now(), debounceMs })
  if (clock.now() < dueAt) return E.right({ place, turned: { dueAt } })
  if (turned === 'More' && position - untold.after < batch * MOST_PAGES) {
    return E.right({ place, turned })
  }
  const announced = await announce(announcing, tenantId, place)
  if (E.isLeft(announced)) return announced
  return E.right(
    announced.right === 'Told'
      ? { place: told(place), turned }
      : { place, turned: announced.right },
  )
}

/** How many pages one announcement waits for. */
const MOST_PAGES = 64

const told = ({ position }: Place): Place => ({ position, untold: noChanges(position) })

const announce = async (
  { webhooks, debounceMs }: Announcing,
  tenantId: TenantId,
  { position, untold }: Place,
): Promise<E.Either<WebhookFailure, 'Told' | Exclude<Turned, string>>> => {
  const announced = await webhooks.announce({ tenantId, position, debounceMs, ...untold })()
  if (E.isRight(announced)) return E.right('Told')
  const { left } = announced
  // Another process told something meanwhile.
  return left.type === 'Rejected' && left.rejection.type === 'TooSoon'
    ? E.right({ dueAt: left.rejection.dueAt })
    : announced
}
