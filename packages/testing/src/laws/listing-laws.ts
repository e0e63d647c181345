import type { Law } from './law.js'
import type { Askable, FacadeCapability, OpenListing } from './listing.js'
import { listings } from './listing.js'
import * as faults from './pages-faults.js'
import * as laws from './pages.js'
import { changedCursorsAreRefused, cursorsAreBound } from './pages-binding.js'
import {
  hasAPageBeforeTheFirst,
  ignoresTheAudience,
  ignoresTheLastLetter,
  keepsItsSize,
  readsOnInWhatIsNow,
  showsWhatWasAskedFor,
  takesTheFilterOfTheCursor,
} from './pages-cursor-faults.js'
import { seriesAreListedAsOccurrences } from './pages-series.js'
import { matchesMovedByTheirOldSlot } from './pages-series-faults.js'
import { nobodyLearnsOfOthersEvents } from './visibility.js'
import { namesThemBesideTheRows } from './visibility-faults.js'

/** Every law of listings, on what a facade can be asked. */
export const listingLaws = (askable?: Askable): readonly Law<OpenListing, FacadeCapability>[] => [
  {
    title: 'PAGE-001 has pages that join to the whole',
    law: (open) => laws.pagesJoinToTheWhole(open, listings(askable)),
    needs: 'pages',
    faults: { knowsOnlyTheStart: faults.knowsOnlyTheStart },
    stands: 'PAGE-005 asks more, and says less when it fails',
  },
  {
    title: 'PAGE-002 has pages that lead back',
    law: (open) => laws.pagesLeadBack(open, listings(askable)),
    needs: 'backward',
    faults: { goesBackOneTooFew: faults.goesBackOneTooFew, hasAPageBeforeTheFirst },
  },
  {
    title: 'PAGE-003 descends in exact reverse',
    law: (open) => laws.descendingIsTheReverse(open, listings(askable)),
    needs: 'descending',
    faults: { breaksTiesUpwards: faults.breaksTiesUpwards },
    stands: 'PAGE-006 says the same by a model; this one needs none',
  },
  {
    title: 'PAGE-004 pages one snapshot',
    law: (open) => laws.pagesAreOneSnapshot(open, listings(askable)),
    needs: 'pages',
    faults: { countsRows: faults.countsRows, readsOnInWhatIsNow },
  },
  {
    title: 'PAGE-005 lets the size change',
    law: (open) => laws.sizesMayChange(open, listings(askable)),
    needs: 'pages',
    faults: { countsPages: faults.countsPages, keepsItsSize },
  },
  {
    title: 'PAGE-006 holds what its filter says',
    law: (open) => laws.listingsHoldWhatTheirFilterSays(open, listings(askable)),
    faults: {
      ignoresTheTimeZone: faults.ignoresTheTimeZone,
      showsWhatWasAskedFor,
      ignoresTheAudience,
    },
  },
  {
    title: 'PAGE-007 binds a cursor to its viewer and its filter',
    law: (open) => cursorsAreBound(open, listings(askable)),
    needs: 'pages',
    faults: { takesTheFilterOfTheCursor },
  },
  {
    title: 'PAGE-008 finds a moved occurrence where it was moved to',
    law: (open) => seriesAreListedAsOccurrences(open, askable),
    runs: 20,
    faults: { matchesMovedByTheirOldSlot },
  },
  {
    title: 'PAGE-009 tells nobody of events that are not theirs',
    law: (open) => nobodyLearnsOfOthersEvents(open, listings(askable)),
    faults: { namesThemBesideTheRows },
  },
  {
    title: 'PAGE-010 refuses a cursor of which a letter was changed',
    law: (open) => changedCursorsAreRefused(open, listings(askable)),
    needs: 'pages',
    faults: { ignoresTheLastLetter },
  },
]
