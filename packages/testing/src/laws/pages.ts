import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { rowsExpected } from './expected-rows.js'
import type { ListedPage, ListedRow, Listing, OpenListing, Pages } from './listing.js'
import { listings } from './listing.js'
import { perform } from './perform.js'
import { TENANT, withOpened } from './store.js'

/**
 * PAGE-001: the pages from the first to the last join to the whole, whatever their size.
 *
 * Most rows share their start with others, so a cursor must know more than where a row begins.
 */
export const pagesJoinToTheWhole = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, ({ steps, request, size }) =>
    withOpened(open, async ({ store, pages }) => {
      await perform(store, TENANT, steps)
      const first = await firstOf(pages, request, size)
      const rows = await walk(pages, request, { from: first, towards: 'next', sizes: [size] })
      assert.deepEqual([...first.items, ...rows.flat()], await wholeOf(pages, request))
    }),
  )

/** PAGE-002: going back from the last page shows the same pages; none comes before the first. */
export const pagesLeadBack = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, ({ steps, request, size }) =>
    withOpened(open, async ({ store, pages }) => {
      await perform(store, TENANT, steps)
      const first = await firstOf(pages, request, size)
      assert.equal(first.previous, null)
      const forward = await walkPages(pages, request, {
        from: first,
        towards: 'next',
        sizes: [size],
      })
      const last = forward.at(-1) ?? first
      const back = await walkPages(pages, request, {
        from: last,
        towards: 'previous',
        sizes: [size],
      })
      const there = [first, ...forward].slice(0, -1).map(({ items }) => items)
      assert.deepEqual(back.map(({ items }) => items).toReversed(), there)
    }),
  )

/** PAGE-003: descending is the exact reverse of ascending, ties included. */
export const descendingIsTheReverse = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, ({ steps, request, size }) =>
    withOpened(open, async ({ store, pages }) => {
      await perform(store, TENANT, steps)
      const down = { ...request, filter: { ...request.filter, direction: 'Descending' } as const }
      const up = { ...request, filter: { ...request.filter, direction: 'Ascending' } as const }
      const first = await firstOf(pages, down, size)
      const rest = await walk(pages, down, { from: first, towards: 'next', sizes: [size] })
      const descending = [...first.items, ...rest.flat()]
      assert.deepEqual(descending.toReversed(), await wholeOf(pages, up))
    }),
  )

/** PAGE-004: the pages of one listing are one snapshot, though others write between them. */
export const pagesAreOneSnapshot = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, fc.nat(), ({ steps, request, size }, at) =>
    withOpened(open, async ({ store, pages }) => {
      const cut = Math.ceil(((at % 100) / 100) * steps.length)
      await perform(store, TENANT, steps.slice(0, cut))
      const whole = await wholeOf(pages, request)
      const first = await firstOf(pages, request, size)
      let written = cut
      const between = async () => {
        written += 3
        await perform(store, TENANT, steps.slice(0, written))
      }
      const options = { from: first, sizes: [size], between }
      const rest = await walkPages(pages, request, { ...options, towards: 'next' })
      assert.deepEqual([...first.items, ...rest.flatMap(({ items }) => items)], whole)
      const last = rest.at(-1) ?? first
      if (last.previous === null) return
      const back = await walkPages(pages, request, { ...options, from: last, towards: 'previous' })
      assert.deepEqual(
        [...back.toReversed(), last].flatMap(({ items }) => items),
        whole,
      )
    }),
  )

/** PAGE-005: another size on the way loses nothing and repeats nothing, forward and back. */
export const sizesMayChange = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, sizesOfPages(), ({ steps, request, size }, sizes) =>
    withOpened(open, async ({ store, pages }) => {
      await perform(store, TENANT, steps)
      const whole = await wholeOf(pages, request)
      const first = await firstOf(pages, request, size)
      const forward = await walkPages(pages, request, { from: first, towards: 'next', sizes })
      assert.deepEqual([...first.items, ...forward.flatMap(({ items }) => items)], whole)
      for (const page of forward) {
        if (page.previous === null) continue
        const earlier = seen(
          await pages({ ...request, cursor: page.previous, limit: sizes[0] ?? 1 }),
        )
        const onward = await walk(pages, request, { from: earlier, towards: 'next', sizes })
        const tail = [...earlier.items, ...onward.flat()]
        assert.deepEqual(tail, whole.slice(whole.length - tail.length))
      }
    }),
  )

/** PAGE-006: a listing holds what its filter says and nothing else, by start, then by id. */
export const listingsHoldWhatTheirFilterSays = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, ({ steps, request }) =>
    withOpened(open, async ({ store, pages }) => {
      await perform(store, TENANT, steps)
      assert.deepEqual(await wholeOf(pages, request), rowsExpected(steps, request))
    }),
  )

const sizesOfPages = () => fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })

const WHOLE = 1000

/** All rows of a listing, as one page. */
export const wholeOf = async (pages: Pages, request: Listing): Promise<readonly ListedRow[]> => {
  const { items, next } = await pages({ ...request, limit: WHOLE })
  assert.equal(next, null)
  return items.map(looked)
}

const firstOf = async (pages: Pages, request: Listing, limit: number): Promise<ListedPage> =>
  seen(await pages({ ...request, limit }))

interface Walk {
  readonly from: ListedPage
  readonly towards: 'next' | 'previous'
  /** Of the pages to come, over and over. */
  readonly sizes: readonly number[]
  /** Done before each page. */
  readonly between?: () => Promise<void>
}

const walkPages = async (
  pages: Pages,
  request: Listing,
  { from, towards, sizes, between }: Walk,
): Promise<readonly ListedPage[]> => {
  const walked: ListedPage[] = []
  let cursor = from[towards]
  while (cursor !== null) {
    await between?.()
    const limit = sizes[walked.length % sizes.length] ?? 1
    const page = await pages({ ...request, cursor, limit })
    assert.ok(
      page.items.length > 0 && page.items.length <= limit,
      'a page is never empty, nor too long',
    )
    walked.push(seen(page))
    assert.ok(walked.length < WHOLE, 'the pages do not end')
    cursor = page[towards]
  }
  return walked
}

const walk = async (pages: Pages, request: Listing, options: Walk) =>
  (await walkPages(pages, request, options)).map(({ items }) => items)

const seen = (page: ListedPage): ListedPage => ({ ...page, items: page.items.map(looked) })

const looked = ({ uid, recurrenceId, start, end, status }: ListedRow): ListedRow => ({
  uid,
  recurrenceId,
  start,
  end,
  status,
})
