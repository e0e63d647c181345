import type { Law } from './law.js'
import * as faults from './series-deciding-faults.js'
import type { SeriesDecider } from './series-deciding.js'
import { movingKeepsDistances } from './series-move.js'
import { resettingAllAsksOfAll, resettingOneAsksOfOne } from './series-reset.js'
import { splittingKeepsEverything } from './series-split.js'

/** Every law of what is decided about series. */
export const seriesDecidingLaws: readonly Law<SeriesDecider>[] = [
  {
    title:
      'SERIES-011 takes place as before when it is split, every exception and answer on its side',
    law: splittingKeepsEverything,
    faults: {
      countsAnew: faults.countsAnew,
      losesAnswersOfTheFuture: faults.losesAnswersOfTheFuture,
      keepsTheCutOnBothSides: faults.keepsTheCutOnBothSides,
    },
  },
  {
    title: 'SERIES-012 takes exceptions and single answers along as far on the clock when it moves',
    law: movingKeepsDistances,
    faults: {
      leavesExceptionsBehind: faults.leavesExceptionsBehind,
      leavesAnswersBehind: faults.leavesAnswersBehind,
      movesByElapsedTime: faults.movesByElapsedTime,
    },
  },
  {
    title: 'SERIES-013 asks again about one occurrence alone',
    law: resettingOneAsksOfOne,
    faults: { resetsEveryOccurrence: faults.resetsEveryOccurrence },
  },
  {
    title: 'SERIES-014 asks again about every occurrence when it asks about the series',
    law: resettingAllAsksOfAll,
    faults: { keepsSingleAnswers: faults.keepsSingleAnswers },
  },
]
