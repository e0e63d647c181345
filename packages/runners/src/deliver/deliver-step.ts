import type { Instant, OutboxMessage, Settlement, StoreFailure } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Rest } from '../loop/index.js'
import { attempt } from './attempt.js'
import type { Delivering } from './delivering.js'
import { settlementOf } from './settlement.js'

type Step = TE.TaskEither<StoreFailure, Rest>

/**
 * Claims what is due and begins to deliver it, as long as there is room in flight.
 *
 * Claims no more than it begins at once, so that a stop leaves no message under an idle lease. Asks for
 * more when half of what is in flight has landed, not after each, so that claims stay few.
 */
export const deliverStep = (
  delivering: Delivering,
  inFlight: Set<Promise<void>>,
  more: () => void,
): Step => {
  const { outbox, clock, batch, audience } = delivering
  const landed = (delivery: Promise<void>) => {
    inFlight.delete(delivery)
    if (inFlight.size <= batch / 2) more()
  }
  const begin = (claimed: readonly OutboxMessage[], token: string) => {
    for (const message of claimed) {
      const delivery: Promise<void> = deliver(delivering, message, token).finally(() =>
        landed(delivery),
      )
      inFlight.add(delivery)
    }
  }
  const restUntil = (due: Instant | null): Rest => ({
    restMs: due === null ? Infinity : Math.max(due - clock.now(), SOON_MS),
    idle: inFlight.size === 0,
  })
  return pipe(
    outbox.nextDueTo(audience),
    TE.chain((due) => {
      if (due === null || due > clock.now()) return TE.right(restUntil(due))
      if (inFlight.size > batch / 2) return TE.right({ restMs: Infinity, idle: false })
      return claimAndBegin(delivering, batch - inFlight.size, begin)
    }),
  )
}

/** What another runner claimed between our look and our claim is looked at again after this. */
const SOON_MS = 10

const claimAndBegin = (
  { outbox, clock, ids, leaseMs, audience }: Delivering,
  limit: number,
  begin: (claimed: readonly OutboxMessage[], token: string) => void,
): Step => {
  const now = clock.now()
  const token = ids.uuid()
  return pipe(
    outbox.claim({ now, until: now + leaseMs, limit, token, audience }),
    TE.map((claimed) => {
      begin(claimed, token)
      return { restMs: claimed.length === 0 ? SOON_MS : 0, idle: false }
    }),
  )
}

/** Delivers one claimed message and settles it. Never rejects. */
const deliver = async (
  delivering: Delivering,
  message: OutboxMessage,
  token: string,
): Promise<void> => {
  const { notifier, clock, leaseMs, onError, onSettled, outbox } = delivering
  const delivered = await attempt(notifier, message, leaseMs / 2)
  const settlement: Settlement = E.isRight(delivered)
    ? { type: 'Delivered' }
    : settlementOf(delivering, { message, now: clock.now() }, delivered.left)
  if (E.isLeft(delivered)) {
    onError({ type: 'NotDelivered', message, failure: delivered.left, settlement })
  }
  const settled = await outbox.settle(message, token, settlement)()
  if (E.isLeft(settled)) onError(settled.left)
  else onSettled(message, settlement)
}
