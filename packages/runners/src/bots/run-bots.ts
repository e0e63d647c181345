import type { Runner } from '../loop/index.js'
import { startLoop } from '../loop/index.js'
import { runStep } from './run-step.js'
import type { BotRunError, RunBotsOptions } from './running.js'
import { runningOf } from './running.js'

/**
 * Gives every bot whose time has come to a `BotRunner`, until it is stopped.
 *
 * At most once: that a bot is on its way is in the log before it is given away, and one process alone is told that it was the one. A
 * bot whose process dies before it has joined becomes `FatalError` after a while; one that dies in the call stays as it said last.
 */
export const runBots = (options: RunBotsOptions): Runner => {
  const running = runningOf(options)
  const inFlight = new Set<Promise<void>>()
  const ringer = { ring: (): void => undefined }
  return startLoop<BotRunError>({
    step: runStep(running, inFlight, () => ringer.ring()),
    subscribe: (wake) => {
      ringer.ring = wake
      return running.store.onAppended(wake)
    },
    pollMs: running.pollMs,
    backoff: running.backoff,
    onError: running.onError,
    thrown: (cause) => ({
      type: 'BotRunError',
      botId: null,
      failure: { type: 'StoreFailure', reason: String(cause) },
    }),
    finish: async () => {
      await Promise.all(inFlight)
    },
  })
}
