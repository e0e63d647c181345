import type { StoreFailure } from '@kalends/core'
import { constVoid } from 'fp-ts/lib/function.js'
import type { Runner } from '../loop/index.js'
import { startLoop } from '../loop/index.js'
import { deliverStep } from './deliver-step.js'
import type { DeliverOutboxOptions } from './delivering.js'
import { deliveringOf } from './delivering.js'

/**
 * Delivers what waits in an outbox, now and as it comes, until it is stopped.
 *
 * At least once: a crash between delivery and settling delivers again, with the same `messageId`. Messages
 * have no order between them; `position` and `sequence` tell which of two is newer. Any number of runners
 * may share an outbox: while its lease holds, a message is in one runner's hands.
 */
export const deliverOutbox = (options: DeliverOutboxOptions): Runner => {
  const delivering = deliveringOf(options)
  const inFlight = new Set<Promise<void>>()
  const ringer = { ring: constVoid }
  return startLoop<StoreFailure>({
    step: deliverStep(delivering, inFlight, () => ringer.ring()),
    subscribe: (wake) => {
      ringer.ring = wake
      return options.store.onAppended(wake)
    },
    pollMs: delivering.pollMs,
    backoff: { ...delivering.backoff, maxMs: Math.min(delivering.backoff.maxMs, 60_000) },
    onError: delivering.onError,
    thrown: (cause) => ({ type: 'StoreFailure', reason: String(cause) }),
    finish: async () => {
      await Promise.all(inFlight)
    },
  })
}
