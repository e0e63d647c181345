import {
  cancelsTwice,
  countsItsDecisions,
  forgetsResetsInSnapshots,
  resetsTheAcceptedOnly,
  resetsTheOrganizer,
  revisesOnAnswers,
  revisesTwice,
  storesWholeSeconds,
  tellsStrangers,
  throwsOnTheAbsent,
  throwsOnTheUnexpected,
} from './decider-faults.js'
import type { EventDecider } from './decider.js'
import * as laws from './decider.js'
import type { Law } from './law.js'

/** Every law of the event decider. */
export const deciderLaws: readonly Law<EventDecider>[] = [
  {
    title: 'REDUCER-001 is total',
    law: laws.deciderIsTotal,
    faults: { throwsOnTheAbsent, throwsOnTheUnexpected },
  },
  {
    title: 'REDUCER-002 is deterministic',
    law: laws.deciderIsDeterministic,
    faults: { countsItsDecisions },
  },
  {
    title: 'REDUCER-003 decides nothing on a retry',
    law: laws.aRetryDecidesNothing,
    faults: { cancelsTwice },
  },
  {
    title: 'REDUCER-004 folds on from a snapshot',
    law: laws.foldingMayStopAtASnapshot,
    faults: { forgetsResetsInSnapshots },
  },
  {
    title: 'REDUCER-005 counts the organizer’s changes only',
    law: laws.revisionCountsOrganizerChanges,
    faults: { revisesOnAnswers, revisesTwice },
  },
  {
    title: 'REDUCER-006 never resets the organizer',
    law: laws.theOrganizersAnswerIsNeverReset,
    faults: { resetsTheOrganizer },
  },
  {
    title: 'REDUCER-007 writes domain events that it reads',
    law: laws.domainEventsSurviveStorage,
    faults: { storesWholeSeconds },
  },
  {
    title: 'REDUCER-008 tells strangers nothing',
    law: laws.strangersLearnNothing,
    faults: { tellsStrangers },
  },
  {
    title: 'REDUCER-009 asks every guest again',
    law: laws.aResetAsksEveryGuest,
    faults: { resetsTheAcceptedOnly },
  },
]
