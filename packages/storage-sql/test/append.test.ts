import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  answered,
  ANY,
  appending,
  aStore,
  create,
  created,
  happen,
  left,
  listed,
  NONE,
  on,
  retitled,
  right,
  storeOn,
  temporaryFile,
} from './given.js'

describe('append', () => {
  test('an answer never loses to concurrent patches, nor defeats one', async () => {
    const file = temporaryFile()
    const stores = [storeOn(file), storeOn(file)] as const
    await create(stores[0], 'a')
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        happen(
          stores[index % 2 === 0 ? 0 : 1],
          'a',
          index % 3 === 0 ? answered('bob', 'Accepted', `${index}`) : retitled(`${index}`),
        ),
      ),
    )
    for (const store of stores) {
      const { version, state } = await right(store.load('acme', 'event', 'a'))
      expect(version).toBe(61)
      expect(state.type === 'Scheduled' && state.event.revision).toBe(41)
    }
    expect(await right(stores[1].verify)).toEqual([])
  })

  test('a rejected stream leaves nothing of the others', async () => {
    const store = aStore()
    await create(store, 'b')
    const streams = [on('a', NONE, created('a')), on('b', NONE, created('b'))]
    const command = { commandId: 'c', fingerprint: 'f' }
    await left(store.append(appending(streams, command)))
    expect(await right(store.load('acme', 'event', 'a'))).toEqual({
      state: { type: 'Absent' },
      version: 0,
    })
    expect(await listed(store)).toEqual(['b'])
    expect((await right(store.append(appending([], command)))).replayed).toBe(false)
    expect(await right(store.verify)).toEqual([])
  })

  test('a decision that throws fails alone', async () => {
    const store = aStore()
    const throwing = {
      ...on('a', ANY),
      decide: () => {
        throw new Error('oops')
      },
    }
    const results = await Promise.all([
      store.append(appending([on('b', ANY, created('b'))]))(),
      store.append(appending([throwing]))(),
      store.append(appending([on('c', ANY, created('c'))]))(),
    ])
    expect(results.map((each) => each._tag)).toEqual(['Right', 'Left', 'Right'])
    expect(results[1]).toEqual(E.left({ type: 'StoreFailure', reason: 'Error: oops' }))
    expect(await listed(store)).toEqual(['b', 'c'])
  })

  test('what its codec cannot read back does not get into the log', async () => {
    const store = aStore()
    const bad = { ...created('a'), title: Number.NaN as unknown as string }
    expect((await left(store.append(appending([on('a', ANY, bad as never)])))).type).toBe(
      'StoreFailure',
    )
    expect((await right(store.head('acme'))).position).toBe(0)
    expect(await right(store.verify)).toEqual([])
  })

  test('stamps never fall, also when the clock does', async () => {
    let now = 1000
    const store = aStore({ clock: { now: () => now } })
    const stamps = []
    for (const [index, at] of [1000, 500, 1500, 1499].entries()) {
      now = at
      stamps.push((await create(store, `e${index}`)).events[0]?.recordedAt)
    }
    expect(stamps).toEqual([1000, 1000, 1500, 1500])
  })

  test('tells listeners after the commit, until they leave', async () => {
    const store = aStore()
    const heard: unknown[] = []
    store.onAppended(() => {
      throw new Error('a bad listener')
    })
    const leave = store.onAppended((...what) => heard.push(what))
    await create(store, 'a')
    leave()
    await create(store, 'b')
    expect(heard).toEqual([['acme', 1]])
  })
})
