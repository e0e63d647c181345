import type { Law } from './law.js'
import * as faults from './notifier-faults.js'
import type { NotifierCapability, OpenNotifier } from './notifier.js'
import * as laws from './notifier.js'

/** Every law of notifiers. */
export const notifierLaws: readonly Law<OpenNotifier, NotifierCapability>[] = [
  {
    title: 'NOTIFY-001 delivers what it says',
    law: laws.deliversWhatItSays,
    faults: { speaksTooSoon: faults.speaksTooSoon },
    stands: 'the others need it, and a sink that fails',
  },
  {
    title: 'NOTIFY-002 delivers again under the same id',
    law: laws.deliversAgainUnderTheSameId,
    faults: { numbersItsDeliveries: faults.numbersItsDeliveries },
  },
  {
    title: 'NOTIFY-003 takes an outage for transient, and recovers',
    law: laws.outagesPass,
    needs: 'outage',
    faults: { givesUpAtOnce: faults.givesUpAtOnce },
  },
  {
    title: 'NOTIFY-004 takes a refusal for permanent',
    law: laws.refusalsArePermanent,
    needs: 'refuse',
    faults: { neverGivesUp: faults.neverGivesUp },
  },
]
