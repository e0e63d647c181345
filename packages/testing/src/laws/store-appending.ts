import assert from 'node:assert/strict'
import type { EventStore, ExpectedVersion, Outbox, Recorded } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { history } from '../arbitraries/index.js'
import { appendOf, logOf, succeed } from './perform.js'
import type { OpenStore } from './store.js'
import { TENANT, withStore } from './store.js'

/**
 * STORE-004: an append with the same command id, or the same event ids, gives its first result again and
 * writes nothing; another fingerprint under the same command id is refused.
 */
export const appendsAreIdempotent = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(history({ minLength: 5, maxLength: 15 }), ({ steps }) =>
    withStore(open, async (store) => {
      for (const [index, step] of steps.entries()) {
        const append = appendOf(TENANT, step, index)
        const first = await store.append(append)()
        if (E.isLeft(first)) continue
        const before = await logOf(store, TENANT)
        const again = await succeed(store.append(append))
        assert.deepEqual(again, { ...first.right, replayed: true })
        const other = await store.append({ ...append, fingerprint: 'other' })()
        const { commandId } = append
        assert.deepEqual(other, E.left({ type: 'CommandIdReused', commandId }))
        const renamed = {
          ...withFirstEvents(append, first.right.events),
          commandId: `${commandId}-2`,
        }
        const { events } = await succeed(store.append(renamed))
        assert.deepEqual(events, first.right.events)
        assert.deepEqual(await logOf(store, TENANT), before)
      }
    }),
  )

const withFirstEvents = (append: ReturnType<typeof appendOf>, events: readonly Recorded[]) => ({
  ...append,
  streams: append.streams.map((stream) =>
    stream.aggregate === 'event'
      ? {
          ...stream,
          decide: () =>
            E.right(
              events.flatMap((each) =>
                each.aggregate === 'event'
                  ? [{ eventId: each.eventId, happened: each.happened }]
                  : [],
              ),
            ),
        }
      : stream,
  ),
})

/** STORE-005: an append happens only if its stream has the version that it expects. */
export const expectedVersionsAreEnforced = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(
    history({ minLength: 5, maxLength: 20 }),
    expectations(),
    ({ steps }, expected) =>
      withStore(open, async (store) => {
        for (const [index, step] of steps.entries()) {
          const { version } = await succeed(store.load(TENANT, 'event', step.uid))
          const asked = expected[index % expected.length]?.(version) ?? { type: 'Any' }
          const append = appendOf(TENANT, step, index)
          const streams = append.streams.map((stream) => ({ ...stream, expected: asked }))
          const result = await store.append({ ...append, streams })()
          const conflicted = E.isLeft(result) && result.left.type === 'VersionConflict'
          assert.equal(conflicted, !isMet(asked, version), JSON.stringify({ asked, version }))
          if (conflicted) {
            const { streamId } = { streamId: step.uid }
            assert.deepEqual(result, E.left({ type: 'VersionConflict', streamId, version }))
          }
        }
      }),
  )

const expectations = (): fc.Arbitrary<readonly ((version: number) => ExpectedVersion)[]> =>
  fc.array(
    fc.oneof(
      fc
        .constantFrom<ExpectedVersion[]>({ type: 'None' }, { type: 'Exists' }, { type: 'Any' })
        .map((expected) => () => expected),
      fc
        .constantFrom(0, 0, 1, -1)
        .map((off) => (version: number) => ({ type: 'Exact', version: version + off }) as const),
    ),
    { minLength: 1, maxLength: 5 },
  )

const isMet = (expected: ExpectedVersion, version: number): boolean => {
  switch (expected.type) {
    case 'Exact':
      return expected.version === version
    case 'None':
      return version === 0
    case 'Exists':
      return version > 0
    case 'Any':
      return true
  }
}

/** STORE-006: of an append to several streams, all is written or nothing, messages and command id too. */
export const appendsAreAtomic = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(history({ minLength: 5, maxLength: 15 }), ({ steps }) =>
    withStore(open, async (store) => {
      for (const [index, step] of steps.entries()) {
        const append = appendOf(TENANT, step, index)
        const before = await everythingIn(store)
        const refused = {
          aggregate: 'event',
          streamId: 'refused',
          expected: { type: 'Any' },
          decide: () => E.left({ type: 'EmptyPatch' } as const),
        } as const
        const result = await store.append({ ...append, streams: [...append.streams, refused] })()
        assert.ok(E.isLeft(result))
        assert.deepEqual(await everythingIn(store), before)
        await store.append(append)()
      }
    }),
  )

/** Of the outbox too, where the store is one. */
const everythingIn = async (store: EventStore & Partial<Pick<Outbox, 'nextDue'>>) => ({
  log: await logOf(store, TENANT),
  due: store.nextDue === undefined ? null : await succeed(store.nextDue),
  tenants: await succeed(store.tenants),
})
