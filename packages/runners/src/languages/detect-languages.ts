import type { Runner } from '../loop/index.js'
import { startLoop } from '../loop/index.js'
import { detectStep } from './detect-step.js'
import type { DetectionError, DetectLanguagesOptions } from './detecting.js'
import { detectingOf } from './detecting.js'

/**
 * Records the language of every body in every tenant's log, now and as they come, until it is stopped.
 *
 * The default detector leaves a text alone when it is not sure. A language is recorded with the revision of
 * its body, so one that comes late is ignored; doing it twice changes nothing, so checkpoints may lag and
 * several processes may run it. A failure that may pass is retried with backoff and holds up its tenant only.
 */
export const detectLanguages = (options: DetectLanguagesOptions): Runner => {
  const detecting = detectingOf(options)
  const { step, appended, finish } = detectStep(detecting)
  return startLoop<DetectionError>({
    step,
    subscribe: (wake) =>
      options.store.onAppended((tenantId) => {
        appended(tenantId)
        wake()
      }),
    pollMs: detecting.pollMs,
    backoff: detecting.backoff,
    onError: detecting.onError,
    thrown: (cause) => ({
      type: 'DetectionError',
      tenantId: null,
      failure: { type: 'StoreFailure', reason: String(cause) },
    }),
    finish,
  })
}
