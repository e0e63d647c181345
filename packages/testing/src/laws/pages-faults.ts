import type { ListRequest } from '@kalends/core'
import type { ListedPage, ListedRow, OpenListing, Pages } from './listing.js'

/** Spoils a listing. */
export type ListingFault = (open: OpenListing) => OpenListing

const WHOLE = 1000

/** A listing whose pages are spoiled. */
export const faultyPages =
  (spoil: (pages: Pages) => Pages): ListingFault =>
  (open) =>
  async () => {
    const listing = await open()
    return { ...listing, pages: spoil(listing.pages) }
  }

/** Cuts pages itself, out of the rows that the listing has now. */
const cutting = (
  cut: (rows: readonly ListedRow[], request: ListRequest) => ListedPage,
): ListingFault =>
  faultyPages((pages) => async ({ cursor, ...request }) => {
    const { items } = await pages({ ...request, limit: WHOLE })
    return cut(items, cursor === undefined ? request : { ...request, cursor })
  })

/** Remembers only where a row begins. PAGE-001 must reject it. */
export const knowsOnlyTheStart: ListingFault = cutting((rows, { cursor, limit }) => {
  const from = cursor === undefined ? 0 : rows.findIndex(({ start }) => String(start) === cursor)
  const next = rows[from + limit]
  const items = rows.slice(from, from + limit)
  const onward = next !== undefined && next.start !== items[0]?.start
  return { items, next: onward ? String(next.start) : null, previous: null }
})

/** Goes back by its own first row, and so shows it twice. PAGE-002 must reject it. */
export const goesBackOneTooFew: ListingFault = cutting((rows, { cursor, limit }) => {
  const [from, to] = cursor === undefined ? [0, limit] : rangeIn(cursor, limit)
  return {
    items: rows.slice(from, to),
    next: to < rows.length ? `+${to}` : null,
    previous: from > 1 ? `-${from + 1}` : null,
  }
})

const rangeIn = (cursor: string, limit: number): readonly [from: number, to: number] => {
  const at = Number(cursor.slice(1))
  return cursor.startsWith('-') ? [Math.max(0, at - limit), at] : [at, at + limit]
}

/** Breaks ties upwards in both directions. PAGE-003 must reject it. */
export const breaksTiesUpwards: ListingFault = faultyPages((pages) => async (request) => {
  const page = await pages(request)
  if (request.filter?.direction !== 'Descending') return page
  const items = page.items.toSorted((a, b) => b.start - a.start || (a.uid < b.uid ? -1 : 1))
  return { ...page, items }
})

/** Counts rows of a listing that changes meanwhile. PAGE-004 must reject it. */
export const countsRows: ListingFault = cutting((rows, { cursor, limit }) => {
  const from = Number(cursor ?? 0)
  return {
    items: rows.slice(from, from + limit),
    next: from + limit < rows.length ? String(from + limit) : null,
    previous: from > 0 ? String(Math.max(0, from - limit)) : null,
  }
})

/** Counts pages, and so loses its place when their size changes. PAGE-005 must reject it. */
export const countsPages: ListingFault = cutting((rows, { cursor, limit }) => {
  const page = Number(cursor ?? 0)
  return {
    items: rows.slice(page * limit, (page + 1) * limit),
    next: (page + 1) * limit < rows.length ? String(page + 1) : null,
    previous: page > 0 ? String(page - 1) : null,
  }
})

/** Takes all days for days in UTC. PAGE-006 must reject it. */
export const ignoresTheTimeZone: ListingFault = faultyPages(
  (pages) =>
    ({ filter: { timeZone: _, ...filter } = {}, ...request }) =>
      pages({ ...request, filter }),
)
