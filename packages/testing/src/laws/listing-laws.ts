import type { Law } from './law.js'
import {
  breaksTiesUpwards,
  countsPages,
  countsRows,
  goesBackOneTooFew,
  ignoresTheTimeZone,
  knowsOnlyTheStart,
} from './pages-faults.js'
import type { OpenListing } from './pages.js'
import * as laws from './pages.js'

/** Every law of listings. */
export const listingLaws: readonly Law<OpenListing>[] = [
  {
    title: 'PAGE-001 has pages that join to the whole',
    law: laws.pagesJoinToTheWhole,
    faults: { knowsOnlyTheStart },
  },
  {
    title: 'PAGE-002 has pages that lead back',
    law: laws.pagesLeadBack,
    faults: { goesBackOneTooFew },
  },
  {
    title: 'PAGE-003 descends in exact reverse',
    law: laws.descendingIsTheReverse,
    faults: { breaksTiesUpwards },
  },
  {
    title: 'PAGE-004 pages one snapshot',
    law: laws.pagesAreOneSnapshot,
    faults: { countsRows },
  },
  {
    title: 'PAGE-005 lets the size change',
    law: laws.sizesMayChange,
    faults: { countsPages },
  },
  {
    title: 'PAGE-006 holds what its filter says',
    law: laws.listingsHoldWhatTheirFilterSays,
    faults: { ignoresTheTimeZone },
  },
]
