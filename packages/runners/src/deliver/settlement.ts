import type { Instant, NotifierFailure, OutboxMessage, Settlement } from '@kalends/core'
import type { Backoff } from '../loop/index.js'
import { backoffMs } from '../loop/index.js'

/** How often to try, and how long to wait in between. */
export interface RetryRule {
  readonly backoff: Backoff
  readonly maxAttempts: number
}

/** What becomes of a message whose delivery just failed: a later try, or the end. */
export const settlementOf = (
  { backoff, maxAttempts }: RetryRule,
  { message, now }: { readonly message: OutboxMessage; readonly now: Instant },
  { type, reason }: NotifierFailure,
): Settlement => {
  const attempts = message.attempts + 1
  return type === 'Permanent' || attempts >= maxAttempts
    ? { type: 'Dead', reason }
    : { type: 'Failed', dueAt: now + backoffMs(backoff, attempts), reason }
}
