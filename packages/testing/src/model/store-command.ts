import assert from 'node:assert/strict'
import type { Recorded } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Step } from '../arbitraries/index.js'
import { appendOf, succeed, TENANT } from '../laws/index.js'
import type { Store, StoreUnderTest } from '../laws/index.js'
import type { AppendFault } from './faulty-append.js'
import { appendThrough } from './faulty-append.js'
import type { ModelEntry, StoreModel } from './store-model.js'

/** The store as it is now: another one after it was reopened. */
export interface RealStore {
  readonly current: () => StoreUnderTest
  readonly reopen: () => Promise<void>
}

/** Something done to a store and to its model, which must then agree. */
export type StoreCommand = fc.AsyncCommand<StoreModel, RealStore>

/** Commands on the events of a history: its steps in any order, some of them again, and every read. */
export const storeCommand = (steps: readonly Step[]): readonly fc.Arbitrary<StoreCommand>[] => {
  const index = fc.nat(steps.length - 1)
  const uid = index.map((nth) => steps[nth]?.uid ?? '')
  return [
    fc.tuple(index, fault).map(([nth, meets]) => appending(steps, nth, meets)),
    fc.tuple(index, fault).map(([nth, meets]) => appending(steps, nth, meets)),
    fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })).map(readingTheLog),
    fc.tuple(uid, fc.nat(4)).map(readingAStream),
    uid.map(loading),
    uid.map(showing),
    fc.tuple(fc.constantFrom('one', 'other'), fc.nat(30)).map(advancing),
    fc.constant(reopening),
  ]
}

const fault = fc.constantFrom<AppendFault[]>(
  'None',
  'None',
  'AnswerLost',
  'NotReached',
  'SentTwice',
)

const command = (
  title: string,
  run: (model: StoreModel, store: Store) => Promise<void>,
): StoreCommand => ({
  check: () => true,
  run: (model, real) => run(model, real.current().store),
  toString: () => title,
})

const appending = (steps: readonly Step[], nth: number, meets: AppendFault): StoreCommand =>
  command(`append(${nth}, ${meets})`, async (model, store) => {
    const step = steps[nth]
    if (step === undefined) return
    const found = await appendThrough(store, appendOf(TENANT, step, nth), meets)()
    const expected = model.append(step, nth)
    if (E.isLeft(expected)) {
      assert.deepEqual(found, E.left({ type: 'Rejected', rejection: expected.left }))
      return
    }
    assert.ok(E.isRight(found), JSON.stringify(found))
    assert.deepEqual(found.right.events.map(entryOf), expected.right)
    assert.equal((await succeed(store.head(TENANT))).position, model.log.length)
  })

const entryOf = ({ position, streamId, version, eventId, commandId }: Recorded): ModelEntry => ({
  ...{ position, streamId, version },
  ...{ eventId, commandId },
})

const readingTheLog = ([after, limit]: readonly [number, number]): StoreCommand =>
  command(`readLog(${after}, ${limit})`, async (model, store) => {
    const found = await succeed(store.readLog({ tenantId: TENANT, after, limit }))
    assert.deepEqual(found.map(entryOf), model.log.slice(after, after + limit))
  })

const readingAStream = ([streamId, afterVersion]: readonly [string, number]): StoreCommand =>
  command(`readStream(${streamId}, ${afterVersion})`, async (model, store) => {
    const stream = { tenantId: TENANT, aggregate: 'event', streamId } as const
    const found = await succeed(store.readStream({ ...stream, afterVersion, limit: 3 }))
    const all = model.log.filter((each) => each.streamId === streamId)
    assert.deepEqual(found.map(entryOf), all.slice(afterVersion, afterVersion + 3))
  })

const loading = (uid: string): StoreCommand =>
  command(`load(${uid})`, async (model, store) => {
    const found = await succeed(store.load(TENANT, 'event', uid))
    assert.deepEqual(found, { state: model.stateOf(uid), version: model.versionOf(uid) })
  })

const showing = (uid: string): StoreCommand =>
  command(`event(${uid})`, async (model, store) => {
    const position = model.log.length
    const state = model.stateOf(uid)
    const found = await succeed(store.event({ tenantId: TENANT, uid, position }))
    assert.deepEqual(found, state.type === 'Absent' ? null : state.event)
  })

const advancing = ([consumer, position]: readonly [string, number]): StoreCommand =>
  command(`advance(${consumer}, ${position})`, async (model, store) => {
    await succeed(store.advance(consumer, TENANT, position))
    model.advance(consumer, position)
    assert.equal(await succeed(store.position(consumer, TENANT)), model.position(consumer))
  })

const reopening: StoreCommand = {
  check: () => true,
  run: async (_model, real) => {
    await real.reopen()
  },
  toString: () => 'reopen()',
}
