import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  answered,
  ANY,
  appending,
  aStore,
  create,
  created,
  exactly,
  EXISTS,
  happen,
  left,
  listed,
  newEvent,
  NONE,
  on,
  retitled,
  right,
  storeOn,
  temporaryFile,
} from './given.js'

describe('append', () => {
  test('gives versions by stream and positions by tenant, both gapless', async () => {
    const store = aStore()
    await create(store, 'a')
    await create(store, 'b')
    const { events } = await happen(store, 'a', retitled('x'), answered('bob', 'Accepted'))
    expect(events.map(({ version, position }) => [version, position])).toEqual([
      [2, 3],
      [3, 4],
    ])
  })

  test.each([
    ['Exact, too low', exactly(1), 'VersionConflict'],
    ['Exact, too high', exactly(3), 'VersionConflict'],
    ['Exact', exactly(2), null],
    ['None', NONE, 'VersionConflict'],
    ['Exists', EXISTS, null],
    ['Any', ANY, null],
  ] as const)('enforces %s on a stream of version 2', async (_, expected, failure) => {
    const store = aStore()
    await create(store, 'a')
    await happen(store, 'a', retitled('x'))
    const result = await store.append(appending([on('a', expected, retitled('y'))]))()
    expect(E.isLeft(result) ? result.left.type : null).toBe(failure)
    expect((await right(store.load('acme', 'event', 'a'))).version).toBe(failure === null ? 3 : 2)
  })

  test('enforces Exists and Exact on a stream that is not there', async () => {
    const store = aStore()
    for (const expected of [EXISTS, exactly(1)]) {
      const failure = await left(store.append(appending([on('a', expected, created('a'))])))
      expect(failure).toEqual({ type: 'VersionConflict', streamId: 'a', version: 0 })
    }
    await right(store.append(appending([on('a', exactly(0), created('a'))])))
  })

  test('of a hundred racing creates of one stream one happens', async () => {
    const file = temporaryFile()
    const stores = [storeOn(file), storeOn(file)] as const
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        stores[index % 2 === 0 ? 0 : 1].append(appending([on('a', NONE, created('a'))]))(),
      ),
    )
    expect(results.filter(E.isRight)).toHaveLength(1)
    expect(await right(stores[0].readLog({ tenantId: 'acme', after: 0, limit: 9 }))).toHaveLength(1)
  })

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

  test('the same command id gives the first result and runs no decision', async () => {
    const store = aStore()
    const command = { commandId: 'once', fingerprint: 'f' }
    const first = await right(
      store.append(appending([on('a', NONE, created('a'), retitled('x'))], command)),
    )
    await create(store, 'b')
    const decide = () => {
      throw new Error('decided')
    }
    const again = await right(
      store.append(
        appending([{ aggregate: 'event', streamId: 'a', expected: NONE, decide }], command),
      ),
    )
    expect(again).toEqual({ ...first, replayed: true })
    expect(first.position).toBe(2)
  })

  test('a command that did nothing did nothing the second time too', async () => {
    const store = aStore()
    await create(store, 'a')
    const command = { commandId: 'nothing', fingerprint: 'f' }
    const first = await right(store.append(appending([on('a', EXISTS)], command)))
    await create(store, 'b')
    const again = await right(store.append(appending([on('a', EXISTS, retitled('x'))], command)))
    expect(first).toEqual({ events: [], position: 1, replayed: false })
    expect(again).toEqual({ events: [], position: 1, replayed: true })
  })

  test('the same command id with another fingerprint is refused', async () => {
    const store = aStore()
    const streams = [on('a', ANY, created('a'))]
    await right(store.append(appending(streams, { commandId: 'c', fingerprint: 'f' })))
    const failure = await left(
      store.append(appending(streams, { commandId: 'c', fingerprint: 'g' })),
    )
    expect(failure).toEqual({ type: 'CommandIdReused', commandId: 'c' })
  })

  test('a command id without a fingerprint is not kept', async () => {
    const store = aStore()
    for (const uid of ['a', 'b']) {
      await right(store.append(appending([on(uid, NONE, created(uid))], { commandId: 'c' })))
    }
    expect((await right(store.head('acme'))).position).toBe(2)
  })

  test('a rejected command id may be used again', async () => {
    const store = aStore()
    const command = { commandId: 'c', fingerprint: 'f' }
    const refusing = { ...on('a', ANY), decide: () => E.left('no') }
    expect(await left(store.append(appending([refusing], command)))).toEqual({
      type: 'Rejected',
      rejection: 'no',
    })
    await right(store.append(appending([on('a', ANY, created('a'))], command)))
  })

  test('the same event ids give the first result', async () => {
    const store = aStore()
    const events = [newEvent(created('a')), newEvent(retitled('x')({ type: 'Absent' }))]
    const stream = { ...on('a', ANY), decide: () => E.right(events) }
    const first = await right(store.append(appending([stream])))
    await create(store, 'b')
    const again = await right(store.append(appending([stream])))
    expect(again).toEqual({ ...first, replayed: true })
    expect(again.events.map(({ eventId }) => eventId)).toEqual(events.map(({ eventId }) => eventId))
  })

  test.each([
    ['one is new', 'a', [0, 2]],
    ['their order is another', 'a', [1, 0]],
    ['they are in another stream', 'b', [0, 1]],
    ['one is named twice', 'a', [0, 0]],
    ['a new one is named twice', 'a', [2, 2]],
  ] as const)('known event ids are refused when %s', async (_, streamId, indexes) => {
    const store = aStore()
    const absent = { type: 'Absent' } as const
    const known = [created('a'), retitled('x')(absent), retitled('y')(absent)].map((each) =>
      newEvent(each),
    )
    const first = { ...on('a', NONE), decide: () => E.right(known.slice(0, 2)) }
    await right(store.append(appending([first])))
    const again = indexes.flatMap((index) => known.slice(index, index + 1))
    const stream = { ...on(streamId, ANY), decide: () => E.right(again) }
    expect((await left(store.append(appending([stream])))).type).toBe('DuplicateEventId')
    expect((await right(store.head('acme'))).position).toBe(2)
    expect(await right(store.verify)).toEqual([])
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

  test('several streams are appended as one, with one stamp', async () => {
    const store = aStore()
    const streams = [
      on('a', NONE, created('a'), retitled('x')),
      on('b', NONE, created('b')),
      on('a', exactly(2), retitled('y')),
    ]
    const { events, position } = await right(store.append(appending(streams)))
    expect(events.map(({ streamId, version }) => [streamId, version])).toEqual([
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['a', 3],
    ])
    expect(position).toBe(4)
    expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(1)
    expect(await listed(store, { position: 3 })).toEqual([])
    expect(await listed(store, { position: 4 })).toEqual(['a', 'b'])
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
