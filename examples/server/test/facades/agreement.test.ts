import type { ListedRow, Pages } from '@kalends/testing'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenPair } from './agreement.js'
import { facadesAgree } from './agreement.js'
import { graphqlPages } from './graphql-pages.js'
import { nativePages } from './native-pages.js'
import { openFacades } from './opened.js'

const RUNS = 6 * Number(process.env['LAW_RUNS'] ?? 1)
const seed = Number(process.env['LAW_SEED'] ?? 8984)

const open: OpenPair = () => {
  const facades = openFacades()
  return Promise.resolve({
    store: facades.store,
    native: nativePages(facades),
    graphql: graphqlPages(facades),
    close: () => Promise.resolve(),
  })
}

/** A pair whose second facade shows other rows than it has. */
const showing =
  (shown: (rows: readonly ListedRow[]) => readonly ListedRow[]): OpenPair =>
  async () => {
    const pair = await open()
    const graphql: Pages = async (request) => {
      const page = await pair.graphql(request)
      return { ...page, items: shown(page.items) }
    }
    return { ...pair, graphql }
  }

test(
  'REST and GraphQL agree: the same viewer, window and filters give the same occurrences, forwards and backwards',
  async () => {
    await fc.assert(facadesAgree(open), { numRuns: RUNS, seed })
  },
  60_000 * RUNS,
)

test.each([
  [
    'leaves out what was declined',
    (rows: readonly ListedRow[]) => rows.filter(({ status }) => status !== 'Declined'),
  ],
  [
    'shows a moved occurrence for an hour',
    (rows: readonly ListedRow[]) =>
      rows.map((row) => (row.recurrenceId === null ? row : { ...row, end: row.start + 3_600_000 })),
  ],
])('the law rejects a facade that %s', async (_fault, shown) => {
  const found = await fc.check(facadesAgree(showing(shown)), {
    numRuns: 60,
    seed,
    endOnFailure: true,
  })
  expect(found.failed).toBe(true)
})
