import assert from 'node:assert/strict'
import type { CalendarEvent, EventStore } from '@kalends/core'
import { evolve, initialState } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { AskedSingles, Step } from '../arbitraries/index.js'
import { history } from '../arbitraries/index.js'
import { perform, succeed } from './perform.js'
import type { OpenStore, QueriedStore } from './store.js'
import { historyAndQueries, TENANT, withStore, withStores } from './store.js'

/**
 * STORE-001: a store lists what the reference lists: the same history, then the same queries at the same
 * positions, give the same rows.
 *
 * Windows and keys are drawn from the events' own edges, positions from the whole log.
 */
export const singlesAgreeWithTheReference = (
  open: OpenStore<QueriedStore>,
  openReference: OpenStore<QueriedStore>,
) =>
  fc.asyncProperty(historyAndQueries(), ({ steps, queries }) =>
    withStores([open, openReference], async ([store, reference]) => {
      await perform(store, TENANT, steps)
      await perform(reference, TENANT, steps)
      const head = await succeed(store.head(TENANT))
      assert.deepEqual(head, await succeed(reference.head(TENANT)))
      for (const { positionsAgo, ...query } of queries) {
        const position = Math.max(0, head.position - positionsAgo)
        const asked = { ...query, tenantId: TENANT, position }
        assert.deepEqual(
          await succeed(store.singles(asked)),
          await succeed(reference.singles(asked)),
        )
      }
    }),
  )

/**
 * STORE-002: an event as of a position is what the reference says it was then, its participants in the order
 * in which they were invited.
 */
export const eventsAgreeWithTheReference = (
  open: OpenStore<QueriedStore>,
  openReference: OpenStore<QueriedStore>,
) =>
  fc.asyncProperty(history({ minLength: 5 }), ({ steps }) =>
    withStores([open, openReference], async ([store, reference]) => {
      await perform(store, TENANT, steps)
      await perform(reference, TENANT, steps)
      const { position: last } = await succeed(store.head(TENANT))
      for (const uid of new Set(steps.map((step) => step.uid))) {
        for (let position = 0; position <= last; position += 1) {
          const asked = { tenantId: TENANT, uid, position }
          assert.deepEqual(
            inOrder(await succeed(store.event(asked))),
            inOrder(await succeed(reference.event(asked))),
          )
        }
      }
    }),
  )

/** `deepEqual` does not look at the order of maps. */
const inOrder = (event: CalendarEvent | null) =>
  event === null ? null : { ...event, participants: [...event.participants] }

/**
 * STORE-007: pruning up to a position changes no read as of that position or a later one; one as of an earlier
 * position fails, unless it still says what it said.
 */
export const pruningKeepsWhatCanBeRead = (open: OpenStore<QueriedStore>) =>
  fc.asyncProperty(historyAndQueries(), fc.nat(), ({ steps, queries }, at) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      const { position: last } = await succeed(store.head(TENANT))
      const pruned = at % (last + 1)
      const kept = readsOf(store, steps, queries)(Math.max(pruned, last - 5), last, pruned)
      const ended = readsOf(store, steps, queries)(...(pruned > 0 ? [pruned - 1] : []))
      const [keptBefore, endedBefore] = [await allOf(kept), await allOf(ended)]
      await succeed(store.prune(TENANT, pruned))
      assert.equal((await succeed(store.head(TENANT))).readableFrom, pruned)
      assert.deepEqual(await allOf(kept), keptBefore)
      for (const [index, read] of (await allOf(ended)).entries()) {
        if (E.isRight(read)) assert.deepEqual(read, endedBefore[index])
      }
    }),
  )

type Read = () => Promise<E.Either<unknown, unknown>>

const readsOf =
  (store: QueriedStore, steps: readonly Step[], queries: readonly AskedSingles[]) =>
  (...positions: readonly number[]): readonly Read[] =>
    positions.flatMap((position) => [
      ...steps.map(
        ({ uid }): Read =>
          () =>
            store.event({ tenantId: TENANT, uid, position })(),
      ),
      ...queries.map(
        ({ positionsAgo: _positionsAgo, ...query }): Read =>
          () =>
            store.singles({ ...query, tenantId: TENANT, position })(),
      ),
    ])

const allOf = (reads: readonly Read[]) => Promise.all(reads.map((read) => read()))

/** STORE-009: what `load` gives is the fold of the stream that `readStream` gives. */
export const loadIsTheFold = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(history({ minLength: 5 }), ({ steps }) =>
    withStore(open, async (store) => {
      await perform(store, TENANT, steps)
      for (const { uid } of steps) {
        const stream = { tenantId: TENANT, aggregate: 'event', streamId: uid } as const
        const entries = await succeed(store.readStream({ ...stream, afterVersion: 0, limit: 1000 }))
        const state = entries.reduce(
          (folded, each) => (each.aggregate === 'event' ? evolve(folded, each.happened) : folded),
          initialState,
        )
        const loaded = await succeed(store.load(TENANT, 'event', uid))
        assert.deepEqual(loaded, { state, version: entries.length })
      }
    }),
  )
