import * as E from 'fp-ts/lib/Either.js'
import { followLog } from '../follow/index.js'
import type { Runner } from '../loop/index.js'
import type { DetectionError, DetectLanguagesOptions } from './detecting.js'
import { detectingOf } from './detecting.js'
import { recordLanguage } from './record-language.js'
import { writtenBy } from './written.js'

/**
 * Records the language of every body in every tenant's log, now and as they come, until it is stopped.
 *
 * The default detector leaves a text alone when it is not sure. A language is recorded with the revision of
 * its body, so one that comes late is ignored; doing it twice changes nothing, so checkpoints may lag and
 * several processes may run it. A failure that may pass is retried with backoff and holds up its tenant only.
 */
export const detectLanguages = (options: DetectLanguagesOptions): Runner => {
  const detecting = detectingOf(options)
  return followLog<DetectionError['failure']>({
    ...detecting,
    work: async (page) => {
      const written = page.map(writtenBy).filter((each) => each !== null)
      const recorded = await Promise.all(written.map((each) => recordLanguage(detecting, each)))
      const failed = recorded.find(E.isLeft)
      return failed ?? E.right(written.length > 0 ? 'Worked' : 'Passed')
    },
    onError: (error) => detecting.onError({ type: 'DetectionError', ...error }),
  })
}
