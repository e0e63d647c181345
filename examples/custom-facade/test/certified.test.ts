import { UTC } from '@kalends/core'
import { facadeSuite } from '@kalends/testing'
import { describe, test } from 'vitest'
import { addressOf, opened, unfolded } from './given.js'
import { rowsIn } from './read-feed.js'

/** A feed is one answer, in no order, of what is not cancelled; whoever reads it knows windows and zones. */
const supports = {
  pages: false,
  backward: false,
  descending: false,
  answers: false,
  cancelled: false,
  zones: true,
}

describe('the feed, as a calendar program shows it', () => {
  facadeSuite({
    test: (title, run) => test(title, run, 120_000),
    supports,
    make: () => {
      const { store, feed } = opened()
      return Promise.resolve({
        store,
        pages: async ({ viewer, filter = {} }) => {
          const text = await feed(viewer.userId)
          const { window = {}, timeZone = UTC } = filter
          const look = { address: addressOf(viewer.userId), filter: { window, timeZone } }
          return { items: rowsIn(text, look), next: null, previous: null, text: unfolded(text) }
        },
        close: () => Promise.resolve(),
      })
    },
  })
})
