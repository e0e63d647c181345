import type { EventStore, Filter, ListRequest, Occurrence, Viewer } from '@kalends/core'
import { everything, UTC } from '@kalends/core'
import * as fc from 'fast-check'
import type { Step } from '../arbitraries/index.js'
import { filterFor, history, record, users, viewerOf } from '../arbitraries/index.js'
import { TENANT } from './store.js'
import type { Meaning } from './window.js'
import { windowOf } from './window.js'

/** A row as far as these laws look at it. */
export type ListedRow = Pick<Occurrence, 'uid' | 'recurrenceId' | 'start' | 'end' | 'status'>

/**
 * A page as far as these laws look at it: rows in order, and where its neighbours begin; null where there is
 * none, or where the facade has no pages. Whatever else it holds (say, the body of the answer) is searched for
 * what the viewer may not see.
 */
export interface ListedPage {
  readonly items: readonly ListedRow[]
  readonly next: string | null
  readonly previous: string | null
}

/** One page of a listing: core's own, or a facade's, decoded. Rejects what is refused. */
export type Pages = (request: ListRequest) => Promise<ListedPage>

/** A listing for one test: the empty store below it, the pages above it. */
export interface ListingUnderTest {
  readonly store: Pick<EventStore, 'append'>
  readonly pages: Pages
  readonly close: () => Promise<void>
}

/** Opens a fresh listing, once for each run of a law. */
export type OpenListing = () => Promise<ListingUnderTest>

/** What stands between a listing and its pages. */
export interface Listing {
  readonly viewer: Viewer
  readonly filter: Filter
}

/** What a facade may be able to do. Going back and descending are ways through pages. */
export type FacadeCapability =
  'pages' | 'backward' | 'descending' | 'answers' | 'cancelled' | 'zones'

/** What a facade can be asked. */
export interface Askable {
  readonly supports: Readonly<Record<FacadeCapability, boolean>>
  /** Which windows: any, the one that its API makes of two bounds, or none. */
  readonly window: 'Any' | 'None' | Meaning
  /**
   * Whether it can be asked for what is public too. `Visible`: that is all it can be asked for. Left out: only for what the
   * viewer takes part in.
   */
  readonly audience?: 'Participant' | 'Any' | 'Visible'
}

const ANYTHING: Askable = {
  supports: {
    pages: true,
    backward: true,
    descending: true,
    answers: true,
    cancelled: true,
    zones: true,
  },
  window: 'Any',
  audience: 'Any',
}

/** A history, a listing after it and a page size; `others` are listings that are not that one. */
export interface DrawnListing {
  readonly steps: readonly Step[]
  readonly request: Listing
  readonly size: number
  readonly others: readonly Listing[]
}

/** Histories in which most events begin together, and what can be asked after them. */
export const listings = (askable = ANYTHING): fc.Arbitrary<DrawnListing> =>
  fc
    .oneof(
      { arbitrary: history({ minLength: 15, times: 'Crowded' }), weight: 3 },
      { arbitrary: history({ minLength: 15 }), weight: 1 },
    )
    .chain((each) =>
      record({
        steps: fc.constant(each.steps),
        request: record({ viewer: viewerOf(TENANT), filter: filterFor(each) }),
        size: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 30 })),
      }),
    )
    .map(({ request, ...each }) => {
      const asked = askableOf(askable, request)
      return { ...each, request: asked, others: othersThan(asked).filter(isAskable(askable)) }
    })

/** The same listing as far as the facade can be asked for it. */
export const askableOf = (
  { supports, window, audience }: Askable,
  { viewer, filter }: Listing,
): Listing => ({
  viewer,
  filter: {
    window: windowIn(window, filter),
    answers: supports.answers ? filter.answers : null,
    listing: supports.cancelled ? filter.listing : 'Active',
    direction: supports.descending ? filter.direction : 'Ascending',
    timeZone: supports.zones ? filter.timeZone : UTC,
    ...(audience === 'Visible' || (audience === 'Any' && filter.audience === 'Visible')
      ? { audience: 'Visible' }
      : {}),
  },
})

const LAST = Date.UTC(2100, 0, 1)

const windowIn = (asked: Askable['window'], { window }: Filter): Filter['window'] => {
  if (asked === 'Any') return window
  if (asked === 'None') return everything
  const { startFrom, endFrom, startTo, endTo } = window
  const bounds = [startFrom?.at ?? endFrom?.at ?? 0, startTo?.at ?? endTo?.at ?? LAST] as const
  const [from, to] = [Math.min(...bounds), Math.max(...bounds)]
  // An overlap of nothing is refused by some who have it.
  return windowOf[asked](from, asked === 'Overlap' && from === to ? to + 1 : to)
}

const isAskable =
  (askable: Askable) =>
  (listing: Listing): boolean =>
    JSON.stringify(askableOf(askable, listing)) === JSON.stringify(listing)

const othersThan = ({ viewer, filter }: Listing): readonly Listing[] => [
  { viewer: { ...viewer, userId: users.find((each) => each !== viewer.userId) ?? 'ann' }, filter },
  { viewer, filter: { ...filter, answers: filter.answers === null ? ['Accepted'] : null } },
  { viewer, filter: { ...filter, listing: filter.listing === 'Active' ? 'Cancelled' : 'Active' } },
  { viewer, filter: { ...filter, window: windowOf.Overlap(1, 2) } },
]
