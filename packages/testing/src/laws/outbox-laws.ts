import type { Law } from './law.js'
import { goesBack, leasesNothing } from './store-faults.js'
import { checkpointsNeverGoBack, messagesAreLeased } from './store-runners.js'
import type { OpenStore } from './store.js'

/** Every law of what runners ask of a store: its outbox, its checkpoints. */
export const outboxLaws: readonly Law<OpenStore>[] = [
  {
    title: 'STORE-010 leases messages',
    law: messagesAreLeased,
    faults: { leasesNothing },
  },
  {
    title: 'STORE-012 keeps checkpoints',
    law: checkpointsNeverGoBack,
    faults: { goesBack },
  },
]
