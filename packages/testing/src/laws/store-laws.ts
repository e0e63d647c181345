import type { EventStore } from '@kalends/core'
import type { Law, Rule } from './law.js'
import * as appending from './store-appending.js'
import { commandIdsAreRunOnce } from './store-commands.js'
import { concurrentCommandsAllHappen, tenantsNeverMeet } from './store-concurrency.js'
import { readsAreExactAtTheEdges } from './store-edges.js'
import type { StoreFault } from './store-faults.js'
import * as faults from './store-faults.js'
import { followersMissNoSlowCommit, followersMissNothing } from './store-following.js'
import { knownEventIdsAreAllOrNothing } from './store-idempotence.js'
import * as idempotence from './store-idempotence-faults.js'
import { tracesDoNotMix } from './store-isolation.js'
import { closingForgetsNothing, earlierSchemasAreRead } from './store-keeping.js'
import * as keeping from './store-keeping-faults.js'
import { killingLosesNothing } from './store-killing.js'
import { listenersHearOfCommits } from './store-listeners.js'
import { theLogHasNoGaps } from './store-log.js'
import * as log from './store-log-faults.js'
import { payloadsComeBackToTheLetter } from './store-payload.js'
import { endsAtZero, losesTheSignOfZero, normalizesText } from './store-payload-faults.js'
import * as races from './store-races.js'
import { loadIsTheFold } from './store-reading.js'
import { severalStreamsAreOneCommit } from './store-several.js'
import * as versions from './store-version-faults.js'
import type { OpenStore, StoreCapability } from './store.js'

/** A law of event stores. Its faults spoil whole stores, so that other laws can be run on them too. */
export interface EventStoreLaw
  extends Rule<OpenStore<EventStore>, StoreCapability>, Pick<Law<OpenStore>, 'stands'> {
  readonly faults: Readonly<Record<string, StoreFault>>
}

/** Every law of event stores. */
export const eventStoreLaws: readonly EventStoreLaw[] = [
  {
    title: 'STORE-003 has a log without gaps',
    law: theLogHasNoGaps,
    faults: { hasAGap: faults.hasAGap, ordersByStamp: log.ordersByStamp },
    stands: 'the others read the log too; this one says what is wrong with it',
  },
  {
    title: 'STORE-004 appends idempotently',
    law: appending.appendsAreIdempotent,
    faults: { runsTwice: faults.runsTwice, appendsTheSameTwice: idempotence.appendsTheSameTwice },
    stands: 'STORE-018 and STORE-019 are tables; this one draws',
  },
  {
    title: 'STORE-005 enforces expected versions: exact, none, exists, any',
    law: appending.expectedVersionsAreEnforced,
    faults: {
      expectsNothing: faults.expectsNothing,
      takesNoneForAny: versions.takesNoneForAny,
      takesExistsForAny: versions.takesExistsForAny,
    },
  },
  {
    title: 'STORE-006 appends all or nothing',
    law: appending.appendsAreAtomic,
    faults: {
      appendsOneByOne: faults.appendsOneByOne,
      sendsWhatWasRefused: keeping.sendsWhatWasRefused,
    },
  },
  {
    title: 'STORE-008 loses no concurrent command',
    law: concurrentCommandsAllHappen,
    faults: {
      decidesOnStaleState: faults.decidesOnStaleState,
      dropsWhenBusy: versions.dropsWhenBusy,
    },
  },
  {
    title: 'STORE-009 loads the fold of a stream',
    law: loadIsTheFold,
    faults: { loadsTheFirst: faults.loadsTheFirst, foldsHalfADozen: log.foldsHalfADozen },
    stands: 'STORE-008 meets it by racing; this one only loads, and says what was lost',
  },
  {
    title: 'STORE-011 keeps tenants apart',
    law: tenantsNeverMeet,
    faults: { mixesTenants: faults.mixesTenants, namesOneTenant: log.namesOneTenant },
  },
  {
    title: 'STORE-015 lets one of many creates happen',
    law: races.oneOfManyCreatesHappens,
    faults: { checksThenCreates: versions.checksThenCreates },
    stands: 'STORE-017 asks the same of those who can share',
  },
  {
    title: 'STORE-016 lets one of many changes of a version happen',
    law: races.oneOfManyChangesHappens,
    faults: { checksThenChanges: versions.checksThenChanges },
    stands: 'STORE-017 asks the same of those who can share',
  },
  {
    title: 'STORE-017 lets two stores race for the same data',
    law: races.sharedDataIsRacedFor,
    needs: 'share',
    runs: 10,
    faults: { locksOnlyItself: versions.locksOnlyItself },
  },
  {
    title: 'STORE-018 takes known event ids all or not at all',
    law: knownEventIdsAreAllOrNothing,
    runs: 1,
    faults: { takesPartForAll: idempotence.takesPartForAll },
  },
  {
    title: 'STORE-019 runs a command id once',
    law: commandIdsAreRunOnce,
    runs: 1,
    faults: { remembersRefusals: idempotence.remembersRefusals },
  },
  {
    title: 'STORE-020 makes one commit of several streams',
    law: severalStreamsAreOneCommit,
    runs: 1,
    faults: { stampsEach: log.stampsEach },
  },
  {
    title: 'STORE-021 gives payloads back to the letter',
    law: payloadsComeBackToTheLetter,
    runs: 1,
    faults: { normalizesText, endsAtZero, losesTheSignOfZero },
    stands: 'STORE-045 asks for events; this one for nothing but the log',
  },
  {
    title: 'STORE-022 reads exactly at the edges',
    law: readsAreExactAtTheEdges,
    runs: 10,
    faults: { failsBeyondTheEnd: log.failsBeyondTheEnd },
  },
  {
    title: 'STORE-023 gives a tenant the same trace beside another',
    law: tracesDoNotMix,
    faults: { remembersByIdAlone: log.remembersByIdAlone },
  },
  {
    title: 'STORE-024 lets followers miss nothing',
    law: followersMissNothing,
    faults: { showsLaterOnesFirst: log.showsLaterOnesFirst },
    stands: 'STORE-025 asks the same of those who can hold a transaction',
  },
  {
    title: 'STORE-025 lets followers miss nothing behind a slow transaction',
    law: followersMissNoSlowCommit,
    needs: 'hold',
    runs: 5,
    faults: { takesPositionsEarly: log.takesPositionsEarly },
  },
  {
    title: 'STORE-026 tells listeners of commits only',
    law: listenersHearOfCommits,
    runs: 1,
    faults: { tellsOfNothing: keeping.tellsOfNothing },
  },
  {
    title: 'STORE-027 forgets nothing when it is closed',
    law: closingForgetsNothing,
    needs: 'reopen',
    runs: 10,
    faults: { losesTheLastCommit: keeping.losesTheLastCommit },
    stands: 'STORE-021 opens again only to look at payloads; this one draws, and goes on',
  },
  {
    title: 'STORE-028 reads the data of earlier schemas',
    law: earlierSchemasAreRead,
    needs: 'fixtures',
    runs: 1,
    faults: { forgetsEarlierData: keeping.forgetsEarlierData },
  },
  {
    title: 'STORE-029 loses nothing when it is killed',
    law: killingLosesNothing,
    needs: 'storm',
    runs: 1,
    faults: {},
    stands:
      'its bug needs a process that is killed: a test of its own runs one that speaks too early',
  },
]
