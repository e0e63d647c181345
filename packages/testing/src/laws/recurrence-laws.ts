import type { Law } from './law.js'
import * as faults from './recurrence-faults.js'
import { zonesReadTheSameClock } from './recurrence-gaps.js'
import {
  countsAfterExcluding,
  losesTheSkippedHour,
  tiresFarFromTheStart,
} from './recurrence-gaps-faults.js'
import * as laws from './recurrence.js'
import type { RecurrenceEngine } from './recurrence.js'

/** Every law of recurrence engines. */
export const recurrenceLaws: readonly Law<RecurrenceEngine>[] = [
  {
    title: 'RECUR-001 yields what RFC 5545 defines',
    law: laws.yieldsWhatIsDefined,
    faults: {
      knowsOnlyMondays: faults.knowsOnlyMondays,
      picksFromTheFront: faults.picksFromTheFront,
      countsFromTheThirtyFirst: faults.countsFromTheThirtyFirst,
    },
  },
  {
    title: 'RECUR-002 finds in a far window what a walk finds',
    law: laws.aFarWindowIsTheWalkFiltered,
    faults: { anchorsAtTheWindow: faults.anchorsAtTheWindow, tiresFarFromTheStart },
  },
  {
    title: 'RECUR-003 has windows that join',
    law: laws.windowsThatMeetJoin,
    faults: { excludesItsFrom: faults.excludesItsFrom, includesItsTo: faults.includesItsTo },
    stands: 'the others ask a model, or the walk; this one asks the windows alone',
  },
  {
    title: 'RECUR-004 goes backwards as its mirror',
    law: laws.backwardsIsTheMirror,
    faults: { mirrorsTheBoundsToo: faults.mirrorsTheBoundsToo },
  },
  {
    title: 'RECUR-005 knows the neighbours of any moment',
    law: laws.neighboursAreThoseOfTheWalk,
    faults: { standsStill: faults.standsStill, forgetsAfterADay: faults.forgetsAfterADay },
  },
  {
    title: 'RECUR-006 counts what a window holds',
    law: laws.countsWhatAWindowHolds,
    faults: { countsTheEdge: faults.countsTheEdge },
  },
  {
    title: 'RECUR-007 lets exclusion beat addition',
    law: laws.excludingBeatsAdding,
    faults: { addsAfterExcluding: faults.addsAfterExcluding, countsAfterExcluding },
  },
  {
    title: 'RECUR-008 has added dates once',
    law: laws.addedDatesAreThereOnce,
    faults: { saysItTwice: faults.saysItTwice },
  },
  {
    title: 'RECUR-009 keeps the first of a COUNT',
    law: laws.countKeepsTheFirst,
    faults: {
      countsOneTooMany: faults.countsOneTooMany,
      countsOneTooManyInZones: faults.countsOneTooManyInZones,
    },
  },
  {
    title: 'RECUR-010 reads what it printed',
    law: laws.printedRulesAreReadAgain,
    faults: { printsNoInterval: faults.printsNoInterval },
  },
  {
    title: 'RECUR-011 does not ask the process for its zone',
    law: laws.theProcessHasNoZone,
    faults: { readsTheProcessClock: faults.readsTheProcessClock },
  },
  {
    title: 'RECUR-014 reads the clock of its zone, also where it skips an hour',
    law: zonesReadTheSameClock,
    faults: { losesTheSkippedHour },
  },
]
