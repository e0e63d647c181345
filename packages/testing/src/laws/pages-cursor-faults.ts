import type { ListingFault } from './pages-faults.js'
import { faultyPages } from './pages-faults.js'

/** Reads on by its cursor, whatever filter it is sent with. PAGE-007 must reject it. */
export const takesTheFilterOfTheCursor: ListingFault = faultyPages(
  (pages) =>
    ({ filter, ...request }) =>
      pages(
        request.cursor === undefined && filter !== undefined ? { ...request, filter } : request,
      ),
)

/** Has a page before the first. PAGE-002 must reject it. */
export const hasAPageBeforeTheFirst: ListingFault = faultyPages((pages) => async (request) => {
  const page = await pages(request)
  return request.cursor === undefined ? { ...page, previous: page.next } : page
})

/** Makes every page as long as the first, whatever is asked for. PAGE-005 must reject it. */
export const keepsItsSize: ListingFault = faultyPages((pages) => {
  const sizes = new Map<string | null, number>()
  return async ({ limit: asked, ...request }) => {
    const limit = sizes.get(request.cursor ?? null) ?? asked
    const page = await pages({ ...request, limit })
    for (const cursor of [page.next, page.previous]) if (cursor !== null) sizes.set(cursor, limit)
    return page
  }
})

/** Shows the answer that was asked for, not the one that was given. PAGE-006 must reject it. */
export const showsWhatWasAskedFor: ListingFault = faultyPages((pages) => async (request) => {
  const page = await pages(request)
  const [status] = request.filter?.answers ?? []
  if (status === undefined) return page
  return { ...page, items: page.items.map((item) => ({ ...item, status })) }
})

const WHOLE = 1000

/** So that no cursor is another with a letter left out. */
const DIGITS = 6

/** Finds its place again by key, in rows that are not those of its first page. PAGE-004 must reject it. */
export const readsOnInWhatIsNow: ListingFault = faultyPages((pages) => {
  const places = new Map<string, Place>()
  const placedAt = (listing: string, key: string | undefined): string | null => {
    if (key === undefined) return null
    const cursor = `place-${String(places.size).padStart(DIGITS, '0')}`
    places.set(cursor, { listing, key })
    return cursor
  }
  return async ({ cursor, limit, ...asked }) => {
    const listing = JSON.stringify(asked)
    const place = places.get(cursor ?? '')
    if (cursor !== undefined && place?.listing !== listing) throw new Error('another listing')
    const { items } = await pages({ ...asked, limit: WHOLE })
    const keys = items.map((row) => JSON.stringify([row.uid, row.recurrenceId, row.start]))
    const found = place === undefined ? 0 : keys.indexOf(place.key)
    const from = found < 0 ? items.length - 1 : found
    return {
      items: items.slice(from, from + limit),
      next: placedAt(listing, keys[from + limit]),
      previous: from > 0 ? placedAt(listing, keys[Math.max(0, from - limit)]) : null,
    }
  }
})

/** What a cursor stands for. */
interface Place {
  readonly listing: string
  readonly key: string
}

/** Looks at all of a cursor but its last letter. PAGE-010 must reject it. */
export const ignoresTheLastLetter: ListingFault = faultyPages((pages) => async (request) => {
  const { cursor, ...asked } = request
  const page = await pages(cursor === undefined ? asked : { ...asked, cursor: cursor.slice(0, -1) })
  const written = (each: string | null) => each && `${each}x`
  return { ...page, next: written(page.next), previous: written(page.previous) }
})

/** Lists what the viewer takes part in, and nothing that is public. PAGE-006 must reject it. */
export const ignoresTheAudience: ListingFault = faultyPages(
  (pages) =>
    ({ filter: { audience: _, ...filter } = {}, ...request }) =>
      pages({ ...request, filter }),
)
