import assert from 'node:assert/strict'
import type { EventStore } from '@kalends/core'
import { once } from './once.js'
import { newEvent, succeed } from './perform.js'
import { created, onStream, recording } from './recording.js'
import type { OpenStore } from './store.js'
import { TENANT, withStore } from './store.js'

const NONE = { type: 'None' } as const

/** STORE-026: listeners hear of every commit, once it can be read, and of nothing else, until they leave. */
export const listenersHearOfCommits = (open: OpenStore<EventStore>) =>
  once(() =>
    withStore(open, async (store) => {
      const heard: (readonly [string, number])[] = []
      const lengths: Promise<number>[] = []
      const leave = store.onAppended((...what) => {
        heard.push(what)
        lengths.push(lengthOf(store))
      })
      const create = (uid: string, number: number) =>
        store.append(recording(uid, [onStream(uid, [newEvent(created(uid), number)], NONE)]))
      await succeed(create('a', 1))
      await create('a', 2)()
      await succeed(store.append(recording('nothing', [onStream('a', [])])))
      await succeed(create('b', 3))
      leave()
      await succeed(create('c', 4))
      assert.deepEqual(heard, [
        [TENANT, 1],
        [TENANT, 2],
      ])
      for (const [index, length] of (await Promise.all(lengths)).entries()) {
        assert.ok(length > index)
      }
    }),
  )

const lengthOf = async (store: EventStore): Promise<number> =>
  (await succeed(store.readLog({ tenantId: TENANT, after: 0, limit: 9 }))).length
