import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { OpenListing } from './listing.js'
import { listings } from './listing.js'
import { perform } from './perform.js'
import { TENANT, withOpened } from './store.js'

/** PAGE-007: a cursor sent by another viewer, or with another filter, is refused; of the size it knows nothing. */
export const cursorsAreBound = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, ({ steps, request, others }) =>
    withOpened(open, async ({ store, pages }) => {
      await perform(store, TENANT, steps)
      const { next: cursor } = await pages({ ...request, limit: 1 })
      if (cursor === null) return
      await pages({ ...request, cursor, limit: 2 })
      for (const other of others) {
        const asked = JSON.stringify(other)
        await assert.rejects(pages({ ...other, cursor, limit: 1 }), `taken by ${asked}`)
      }
    }),
  )

/** PAGE-010: a cursor of which one letter was changed, left out or added is refused. */
export const changedCursorsAreRefused = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, fc.nat(), ({ steps, request }, at) =>
    withOpened(open, async ({ store, pages }) => {
      await perform(store, TENANT, steps)
      const { next: cursor } = await pages({ ...request, limit: 1 })
      if (cursor === null) return
      for (const place of [at % cursor.length, cursor.length - 1]) {
        const [before, after] = [cursor.slice(0, place), cursor.slice(place + 1)]
        const other = cursor[place] === 'A' ? 'B' : 'A'
        for (const changed of [before + other + after, before + after, `${cursor}A`]) {
          await assert.rejects(
            pages({ ...request, cursor: changed, limit: 1 }),
            `taken: ${changed}`,
          )
        }
      }
    }),
  )
