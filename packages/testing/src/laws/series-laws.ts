import type { Law } from './law.js'
import {
  cancelledOnesAreFoundByName,
  filteringByAnswersEnds,
  ownAnswersComeFirst,
} from './series-answers.js'
import * as faults from './series-faults.js'
import {
  daysAreThoseOfTheViewer,
  excludingBeatsAddingToASeries,
  foundWhereItWent,
} from './series-places.js'
import * as windows from './series-windows.js'
import type { SeriesReader } from './series.js'

/** Every law of how series are read. */
export const seriesLaws: readonly Law<SeriesReader>[] = [
  {
    title: 'SERIES-001 lists in a window what filtering a long expansion leaves',
    law: windows.aWindowIsAFilteredExpansion,
    faults: {
      losesTheLastInstant: faults.losesTheLastInstant,
      losesWhatBeginsTogether: faults.losesWhatBeginsTogether,
    },
  },
  {
    title: 'SERIES-002 has windows that join',
    law: windows.windowsJoin,
    faults: { losesWhatReachesIn: faults.losesWhatReachesIn },
    stands: 'SERIES-001 says the same by an expansion; this one needs none',
  },
  {
    title: 'SERIES-003 goes backward as the mirror of forward',
    law: windows.backwardIsTheMirrorOfForward,
    faults: { breaksTiesUpwardsInSeries: faults.breaksTiesUpwardsInSeries },
  },
  {
    title: 'SERIES-004 finds an occurrence where it went, not where it was',
    law: foundWhereItWent,
    faults: {
      looksWhereItWas: faults.looksWhereItWas,
      findsNoneThatMoved: faults.findsNoneThatMoved,
    },
  },
  {
    title: 'SERIES-005 lets EXDATE beat RDATE and RRULE',
    law: excludingBeatsAddingToASeries,
    faults: { addsWhatIsExcluded: faults.addsWhatIsExcluded },
    stands: 'SERIES-001 believes the engine of recurrence; this one does not',
  },
  {
    title: 'SERIES-006 has all-day occurrences on the days of who looks',
    law: daysAreThoseOfTheViewer,
    faults: { readsDaysInUtc: faults.readsDaysInUtc },
    stands: 'SERIES-001 believes core about where a day begins; this one reads the clock',
  },
  {
    title: 'SERIES-007 knows the answer to an occurrence before that to its series',
    law: ownAnswersComeFirst,
    faults: {
      knowsOneAnswerOnly: faults.knowsOneAnswerOnly,
      filtersBySeries: faults.filtersBySeries,
    },
  },
  {
    title: 'SERIES-008 ends when it is asked for answers that an endless series did not get',
    law: filteringByAnswersEnds,
    faults: { looksAtEveryOne: faults.looksAtEveryOne },
  },
  {
    title: 'SERIES-009 lists no cancelled occurrence, and finds it by its name',
    law: cancelledOnesAreFoundByName,
    faults: {
      listsTheCancelled: faults.listsTheCancelled,
      findsNoneThatIsCancelled: faults.findsNoneThatIsCancelled,
    },
  },
  {
    title: 'SERIES-010 has bounds that hold every occurrence',
    law: windows.boundsHoldEveryOccurrence,
    faults: { boundsTheRule: faults.boundsTheRule },
  },
]
