import type { Law } from './law.js'
import {
  appendsOneByOne,
  decidesOnStaleState,
  expectsNothing,
  goesBack,
  hasAGap,
  leasesNothing,
  listsTheLatest,
  loadsTheFirst,
  losesAnEdge,
  mixesTenants,
  prunesTooMuch,
  runsTwice,
  seesTooEarly,
  showsTheLatest,
  sortsByLetters,
  sortsParticipants,
  showsWhatIsLeft,
} from './store-faults.js'
import type { OpenStore } from './store.js'
import {
  appendsAreAtomic,
  appendsAreIdempotent,
  expectedVersionsAreEnforced,
} from './store-appending.js'
import { concurrentCommandsAllHappen, tenantsNeverMeet } from './store-concurrency.js'
import { theLogHasNoGaps } from './store-log.js'
import {
  eventsAgreeWithTheReference,
  loadIsTheFold,
  pruningKeepsWhatCanBeRead,
  singlesAgreeWithTheReference,
} from './store-reading.js'
import { checkpointsNeverGoBack, messagesAreLeased } from './store-runners.js'

/** Every law of stores. `openReference` opens a store that is known to obey them: the one in memory. */
export const storeLaws = (openReference: OpenStore): readonly Law<OpenStore>[] => [
  {
    title: 'STORE-001 lists what the reference lists',
    law: (open) => singlesAgreeWithTheReference(open, openReference),
    faults: { losesAnEdge, listsTheLatest, sortsByLetters },
  },
  {
    title: 'STORE-002 shows events as the reference does',
    law: (open) => eventsAgreeWithTheReference(open, openReference),
    faults: { showsTheLatest, seesTooEarly, sortsParticipants },
  },
  {
    title: 'STORE-003 has a log without gaps',
    law: theLogHasNoGaps,
    faults: { hasAGap },
  },
  {
    title: 'STORE-004 appends idempotently',
    law: appendsAreIdempotent,
    faults: { runsTwice },
  },
  {
    title: 'STORE-005 enforces expected versions',
    law: expectedVersionsAreEnforced,
    faults: { expectsNothing },
  },
  {
    title: 'STORE-006 appends all or nothing',
    law: appendsAreAtomic,
    faults: { appendsOneByOne },
  },
  {
    title: 'STORE-007 prunes what nobody reads',
    law: pruningKeepsWhatCanBeRead,
    faults: { prunesTooMuch, showsWhatIsLeft },
  },
  {
    title: 'STORE-008 loses no concurrent command',
    law: concurrentCommandsAllHappen,
    faults: { decidesOnStaleState },
  },
  {
    title: 'STORE-009 loads the fold of a stream',
    law: loadIsTheFold,
    faults: { loadsTheFirst },
  },
  {
    title: 'STORE-010 leases messages',
    law: (open) => messagesAreLeased(open, openReference),
    faults: { leasesNothing },
  },
  {
    title: 'STORE-011 keeps tenants apart',
    law: tenantsNeverMeet,
    faults: { mixesTenants },
  },
  {
    title: 'STORE-012 keeps checkpoints',
    law: checkpointsNeverGoBack,
    faults: { goesBack },
  },
]
