import type { ListedPage } from './listing.js'
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

/** Finds its place again by key, in rows that are not those of its first page. PAGE-004 must reject it. */
export const readsOnInWhatIsNow: ListingFault = faultyPages((pages) => async (request) => {
  const { cursor, limit, ...asked } = request
  const { items } = await pages({ ...asked, limit: WHOLE })
  const listing = JSON.stringify(asked)
  const keys = items.map(({ uid, recurrenceId, start }) =>
    JSON.stringify([listing, uid, recurrenceId, start]),
  )
  if (cursor !== undefined && !cursor.startsWith(JSON.stringify([listing]).slice(0, -1))) {
    throw new Error('a cursor of another listing')
  }
  const found = cursor === undefined ? 0 : keys.indexOf(cursor)
  const from = found < 0 ? items.length - 1 : found
  const page: ListedPage = {
    items: items.slice(from, from + limit),
    next: keys[from + limit] ?? null,
    previous: from > 0 ? (keys[Math.max(0, from - limit)] ?? null) : null,
  }
  return page
})
