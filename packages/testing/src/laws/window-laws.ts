import type { Law } from './law.js'
import * as faults from './window-faults.js'
import type { InWindow, Meaning } from './window.js'
import * as laws from './window.js'
import { once } from './once.js'

const meanings = [
  'Flip',
  'FlipByEnd',
  'Salesloft',
  'Attendee',
  'Overlap',
] as const satisfies readonly Meaning[]

const allBoundariesMean = (inWindow: InWindow) =>
  once(() => {
    for (const meaning of meanings) {
      laws.boundariesMean(meaning, (from, to) => inWindow(laws.windowOf[meaning](from, to)))
    }
    return Promise.resolve()
  })

/** Every law of windows. */
export const windowLaws: readonly Law<InWindow>[] = [
  {
    title: 'WINDOW-001 means at its boundaries what each API says',
    law: allBoundariesMean,
    runs: 1,
    faults: { withoutPoints: faults.withoutPoints },
    stands: 'it is the table to read: the others draw what it says',
  },
  {
    title: 'WINDOW-002 has bounds that mean what they say',
    law: laws.boundsMeanWhatTheySay,
    runs: 1000,
    faults: {
      withoutItsStart: faults.withoutItsStart,
      withOpenBounds: faults.withOpenBounds,
      forgetsTheLastBound: faults.forgetsTheLastBound,
    },
  },
  {
    title: 'WINDOW-003 keeps all when it is cut',
    law: laws.cuttingKeeps,
    runs: 1000,
    faults: { onlyWhole: faults.onlyWhole },
    stands: 'WINDOW-002 says the same by a model; this one needs none',
  },
  {
    title: 'WINDOW-004 holds what it lies inside of',
    law: laws.aWindowInsideHolds,
    runs: 500,
    faults: { onlyByStart: faults.onlyByStart },
    stands: 'WINDOW-002 says the same by a model; this one needs none',
  },
  {
    title: 'WINDOW-005 overlaps what it contains',
    law: laws.whatIsContainedOverlaps,
    runs: 500,
    faults: { withoutPoints: faults.withoutPoints },
    stands: 'WINDOW-002 says the same by a model; this one needs none',
  },
]
