import type { FacadeSuiteOptions, Pages } from '@kalends/testing'
import { facadeSuite } from '@kalends/testing'
import { describe, test } from 'vitest'
import { salesloftPages } from './dialect-pages.js'
import { graphqlPages } from './graphql-pages.js'
import { nativePages } from './native-pages.js'
import { openFacades } from './opened.js'

/** Few by default: `LAW_RUNS` asks for many times as much. */
const RUNS = 2 * Number(process.env['LAW_RUNS'] ?? 1)

const ALL = {
  pages: true,
  backward: true,
  descending: true,
  answers: true,
  cancelled: true,
  zones: true,
}
const NONE = {
  pages: false,
  backward: false,
  descending: false,
  answers: false,
  cancelled: false,
  zones: false,
}

type Manifest = Pick<FacadeSuiteOptions, 'supports' | 'window' | 'audience'>

const certify = (
  pagesOf: (facades: ReturnType<typeof openFacades>) => Pages,
  manifest: Manifest,
): void =>
  facadeSuite({
    test: (title, run) => test(title, run, 60_000 * RUNS),
    runs: RUNS,
    ...manifest,
    make: () => {
      const facades = openFacades()
      const close = () => Promise.resolve()
      return Promise.resolve({ store: facades.store, pages: pagesOf(facades), close })
    },
  })

describe('the native list', () => {
  certify(nativePages, { window: 'Flip', supports: ALL })
})

// By start only, of whatever the viewer sees: by no answer, no cancelled ones, all-day events in UTC.
describe('getCalendarEvents', () => {
  const supports = { ...NONE, pages: true, backward: true }
  certify(graphqlPages, { window: 'Overlap', audience: 'Visible', supports })
})

// Its numbered pages drift while others write, so they are no pages in the suite's sense.
describe("Salesloft's list", () => {
  certify(salesloftPages, { window: 'Salesloft', supports: NONE })
})
