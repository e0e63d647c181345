import type { EventQueries } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import * as fc from 'fast-check'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { expect, test } from 'vitest'
import { facadesOver } from './opened.js'
import { nobodySeesMore } from './seen.js'

const RUNS = 4 * Number(process.env['LAW_RUNS'] ?? 1)
const seed = Number(process.env['LAW_SEED'] ?? 8984)

type Store = ReturnType<typeof memoryStore>

const over = (spoilt: (store: Store) => Partial<EventQueries>) => () => {
  const store = memoryStore()
  const facades = facadesOver({ ...store, ...spoilt(store) })
  return Promise.resolve({ ...facades, close: () => Promise.resolve() })
}

test(
  'five viewers see what is theirs or public, and nothing else, by any argument and with any cursor',
  async () => {
    await fc.assert(nobodySeesMore(over(() => ({}))), { numRuns: RUNS, seed })
  },
  60_000 * RUNS,
)

const FAULTS: readonly (readonly [string, (store: Store) => Partial<EventQueries>])[] = [
  [
    "lists ann's events to everyone",
    (store) => ({ singles: (query) => store.singles({ ...query, userId: 'ann' }) }),
  ],
  [
    'knows no tenants when it reads series',
    (store) => ({
      series: (query) => store.series({ ...query, tenantId: 'demo', position: 1000 }),
    }),
  ],
  [
    'shows every list of participants',
    (store) => ({
      events: (query) =>
        TE.map(
          (found: ReadonlyMap<string, { readonly showParticipantList: boolean }>) =>
            new Map(
              [...found].map(([uid, event]) => [uid, { ...event, showParticipantList: true }]),
            ),
        )(store.events(query) as never) as never,
    }),
  ],
]

test.each(FAULTS)('the law rejects a store that %s', async (_fault, spoilt) => {
  const found = await fc.check(nobodySeesMore(over(spoilt)), {
    numRuns: 30,
    seed,
    endOnFailure: true,
  })
  expect(found.failed).toBe(true)
})
