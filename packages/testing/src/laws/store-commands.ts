import assert from 'node:assert/strict'
import type { EventStore } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { once } from './once.js'
import { logOf, newEvent, succeed } from './perform.js'
import { created, onStream, recording, retitled } from './recording.js'
import type { OpenStore } from './store.js'
import { TENANT, withStore } from './store.js'

const FIRST = { fingerprint: 'first' }

/**
 * STORE-019: a command id with its fingerprint gives the first result and runs no decision, also when that did
 * nothing; with another fingerprint it is refused. One that was refused, or had no fingerprint, is free.
 */
export const commandIdsAreRunOnce = (open: OpenStore<EventStore>) =>
  once(() =>
    withStore(open, async (store) => {
      const create = onStream('a', [newEvent(created('a'), 1)])
      const first = await succeed(store.append(recording('c', [create], FIRST)))
      await repeats(store, 'c', first)
      await doesNothingTwice(store)
      await forgetsRefusals(store)
      await keepsNoneWithoutFingerprint(store)
    }),
  )

const never = {
  ...onStream('a', []),
  decide: (): never => assert.fail('a decision ran for the second time'),
}

const repeats = async (store: EventStore, commandId: string, first: object) => {
  const log = await logOf(store, TENANT)
  const again = await succeed(store.append(recording(commandId, [never], FIRST)))
  assert.deepEqual(again, { ...first, replayed: true })
  const other = await store.append(recording(commandId, [never], { fingerprint: 'other' }))()
  assert.deepEqual(other, E.left({ type: 'CommandIdReused', commandId }))
  assert.deepEqual(await logOf(store, TENANT), log)
}

const doesNothingTwice = async (store: EventStore) => {
  const nothing = await succeed(store.append(recording('nothing', [onStream('a', [])], FIRST)))
  assert.deepEqual(nothing, { events: [], position: 1, replayed: false })
  await succeed(store.append(recording('more', [onStream('a', [newEvent(retitled('more'), 2)])])))
  await repeats(store, 'nothing', nothing)
}

const forgetsRefusals = async (store: EventStore) => {
  const refusing = { ...onStream('a', []), decide: () => E.left({ type: 'EmptyPatch' } as const) }
  const refused = await store.append(recording('free', [refusing], FIRST))()
  assert.deepEqual(refused, E.left({ type: 'Rejected', rejection: { type: 'EmptyPatch' } }))
  const changing = onStream('a', [newEvent(retitled('after all'), 3)])
  const { events } = await succeed(store.append(recording('free', [changing], FIRST)))
  assert.equal(events.length, 1)
}

const keepsNoneWithoutFingerprint = async (store: EventStore) => {
  for (const number of [4, 5]) {
    const changing = onStream('a', [newEvent(retitled(`${number}`), number)])
    const { events } = await succeed(store.append(recording('unkept', [changing])))
    assert.equal(events.length, 1)
  }
}
