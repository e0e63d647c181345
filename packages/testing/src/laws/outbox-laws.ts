import type { Law } from './law.js'
import {
  forgetsTheDead,
  isDueForAll,
  mixesAudiences,
  revivesForAnybody,
} from './store-dead-letters-faults.js'
import { audiencesAreApart, deadLettersAreKept } from './store-dead-letters.js'
import { goesBack, leasesNothing } from './store-faults.js'
import { checkpointsNeverGoBack, messagesAreLeased } from './store-runners.js'
import type { OpenStore } from './store.js'

/** Every law of what runners ask of a store: its outbox, its checkpoints. */
export const outboxLaws: readonly Law<OpenStore>[] = [
  {
    title: 'STORE-010 leases messages',
    law: messagesAreLeased,
    faults: { leasesNothing },
    stands: 'STORE-051 meets it where there are webhooks; this one needs none',
  },
  {
    title: 'STORE-012 keeps checkpoints',
    law: checkpointsNeverGoBack,
    faults: { goesBack },
  },
  {
    title: 'STORE-050 keeps dead letters',
    law: deadLettersAreKept,
    faults: { forgetsTheDead, revivesForAnybody },
  },
  {
    title: 'STORE-051 keeps webhooks apart from users',
    law: audiencesAreApart,
    faults: { mixesAudiences, isDueForAll },
  },
]
