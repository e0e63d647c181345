import type { Law, Rule } from './law.js'
import type { StoreFault } from './store-faults.js'
import * as faults from './store-faults.js'
import {
  countsAreThoseOfTheKeys,
  keysAgreeWithTheReference,
  manyAreAsEachAlone,
} from './store-keys.js'
import {
  breaksTiesOfKeysUpwards,
  countsOneList,
  showsManyAsTheyAre,
  skipsOneTooFew,
} from './store-keys-faults.js'
import { showsZeroWithoutItsSign } from './store-payload-faults.js'
import { positionsFollowTheStamps, seriesAgreeWithTheReference } from './store-queries.js'
import {
  forgetsTheLanguage,
  looksStrictlyBefore,
  onceASeriesAlwaysOne,
} from './store-queries-faults.js'
import * as reading from './store-reading.js'
import { noSeriesIsMissed, seriesAreShownAsTheyWere } from './store-series.js'
import * as series from './store-series-faults.js'
import { payloadsAreShownToTheLetter } from './store-shown-payload.js'
import { aTenantIsListedInOrder, noSeriesOfATenantIsMissed } from './store-tenant.js'
import { losesSeriesThatBegan, readsOnByOneKey, sortsByStart } from './store-tenant-faults.js'
import type { OpenStore, QueriedStore } from './store.js'

/** A law of what facades read. Its faults spoil whole stores, so that other laws can be run on them too. */
export interface EventQueriesLaw
  extends Rule<OpenStore<QueriedStore>>, Pick<Law<OpenStore>, 'stands'> {
  readonly faults: Readonly<Record<string, StoreFault>>
}

/** Every law of what facades read. `openReference` opens a store that is known to obey them: the one in memory. */
export const eventQueriesLaws = (
  openReference: OpenStore<QueriedStore>,
): readonly EventQueriesLaw[] => [
  {
    title: 'STORE-001 lists what the reference lists',
    law: (open) => reading.singlesAgreeWithTheReference(open, openReference),
    faults: {
      losesAnEdge: faults.losesAnEdge,
      listsTheLatest: faults.listsTheLatest,
      sortsByLetters: faults.sortsByLetters,
    },
  },
  {
    title: 'STORE-002 shows events as the reference does',
    law: (open) => reading.eventsAgreeWithTheReference(open, openReference),
    faults: {
      showsTheLatest: faults.showsTheLatest,
      seesTooEarly: faults.seesTooEarly,
      sortsParticipants: faults.sortsParticipants,
      forgetsTheLanguage,
    },
  },
  {
    title: 'STORE-007 prunes what nobody reads',
    law: reading.pruningKeepsWhatCanBeRead,
    faults: { prunesTooMuch: faults.prunesTooMuch, showsWhatIsLeft: faults.showsWhatIsLeft },
  },
  {
    title: 'STORE-013 misses no series',
    law: noSeriesIsMissed,
    faults: {
      losesMoved: series.losesMoved,
      listsTheLatestSeries: series.listsTheLatestSeries,
      forgetsAnswersToOccurrences: series.forgetsAnswersToOccurrences,
      takesSinglesForSeries: series.takesSinglesForSeries,
    },
    stands: 'STORE-031 asks a reference; this one needs none',
  },
  {
    title: 'STORE-014 shows series as they were',
    law: seriesAreShownAsTheyWere,
    faults: { forgetsOverrides: series.forgetsOverrides },
  },
  {
    title: 'STORE-030 knows the position of a moment',
    law: positionsFollowTheStamps,
    runs: 10,
    faults: { looksStrictlyBefore },
  },
  {
    title: 'STORE-031 lists singles and series as the reference does at every position',
    law: (open) => seriesAgreeWithTheReference(open, openReference),
    runs: 12,
    faults: { onceASeriesAlwaysOne },
  },
  {
    title: 'STORE-040 cuts the keys of singles where it is asked to',
    law: (open) => keysAgreeWithTheReference(open, openReference),
    runs: 15,
    faults: { skipsOneTooFew, breaksTiesOfKeysUpwards },
  },
  {
    title: 'STORE-041 counts the singles that have a key',
    law: countsAreThoseOfTheKeys,
    runs: 15,
    faults: { countsOneList },
  },
  {
    title: 'STORE-042 shows several events as each alone',
    law: manyAreAsEachAlone,
    runs: 10,
    faults: { showsManyAsTheyAre },
  },
  {
    title: 'STORE-043 lists a whole tenant in the order asked for, from any of its events on',
    law: aTenantIsListedInOrder,
    runs: 15,
    faults: { readsOnByOneKey, sortsByStart },
  },
  {
    title: 'STORE-044 misses no series of a tenant',
    law: noSeriesOfATenantIsMissed,
    runs: 15,
    faults: { losesSeriesThatBegan },
  },
  {
    title: 'STORE-045 shows payloads to the letter',
    law: payloadsAreShownToTheLetter,
    runs: 1,
    faults: { showsZeroWithoutItsSign },
    stands: 'STORE-002 draws, and asks a reference; this one is the table, and needs none',
  },
]
