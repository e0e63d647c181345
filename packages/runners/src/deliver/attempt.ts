import type { Notifier, NotifierFailure, OutboxMessage } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'

/**
 * Tries to deliver one message. A notifier that throws, or takes longer than `timeoutMs`, has failed for
 * now: what it does later may be a second delivery of the message.
 */
export const attempt = async (
  notifier: Notifier,
  message: OutboxMessage,
  timeoutMs: number,
): Promise<E.Either<NotifierFailure, void>> => {
  const { promise: late, resolve } = Promise.withResolvers<E.Either<NotifierFailure, void>>()
  const timer = setTimeout(() => resolve(transient(`took more than ${timeoutMs} ms`)), timeoutMs)
  try {
    return await Promise.race([notifier.notify(message)(), late])
  } catch (cause) {
    return transient(String(cause))
  } finally {
    clearTimeout(timer)
  }
}

const transient = (reason: string): E.Either<NotifierFailure, never> =>
  E.left({ type: 'Transient', reason })
