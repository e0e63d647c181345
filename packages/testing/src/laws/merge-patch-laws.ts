import type { Law } from './law.js'
import * as faults from './merge-patch-faults.js'
import * as laws from './merge-patch.js'
import type { MergePatch } from './merge-patch.js'

/** Every law of merge patches (RFC 7396). */
export const mergePatchLaws: readonly Law<MergePatch>[] = [
  {
    title: 'MERGE-001 comes to what the examples of RFC 7396 come to',
    law: laws.examplesOfTheStandardHold,
    runs: 1,
    faults: { keepsNulls: faults.keepsNulls },
    stands: 'it is the table to read: the others draw what it says',
  },
  {
    title: 'MERGE-002 does what RFC 7396 defines, whatever members are named',
    law: laws.patchesMeanWhatIsDefined,
    faults: { mergesOneLevel: faults.mergesOneLevel, assignsMembers: faults.assignsMembers },
    stands: 'each of the others says a part of it; this one is the model',
  },
  {
    title: 'MERGE-003 does the same twice as once',
    law: laws.patchingTwiceIsOnce,
    faults: { appendsLists: faults.appendsLists },
    stands: 'MERGE-002 says the same by a model; this one needs none',
  },
  {
    title: 'MERGE-004 leads from one document to another by their differences',
    law: laws.differencesLeadThere,
    faults: { removesWhatIsEmpty: faults.removesWhatIsEmpty },
    stands: 'MERGE-002 says the same by a model; this one needs none',
  },
  {
    title: 'MERGE-005 changes nothing that it is given',
    law: laws.whatIsGivenStays,
    faults: { writesIntoTheDocument: faults.writesIntoTheDocument },
  },
]
