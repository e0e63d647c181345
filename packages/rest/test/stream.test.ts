/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- the wire: tests say what they expect of it */
import type { EventStore } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { NativeOptions } from '../src/index.js'
import { nativeApi } from '../src/index.js'
import type { Backend } from './harness.js'
import {
  asking,
  backends,
  codeOf,
  create,
  demoBearer,
  directory,
  EVENTS,
  onEveryStore,
  pointersIn,
} from './harness.js'
import { openStream } from './stream-client.js'

const bobToo = { participants: [{ user_id: 'bob' }] }
const SILENT = { participants_notification: 'NO_NOTIFICATION' }

onEveryStore('stream', (world) => {
  const open = (opening?: Parameters<typeof openStream>[1]) => openStream(world().api, opening)
  const patch = (id: string, json: object) => world().ask(`PATCH ${EVENTS}/${id}`, { json })
  const token = async (as = 'bob'): Promise<string> =>
    (await world().ask('GET /calendar/changes', { as })).body.next_token

  test('tells each change as it happens, one for a command', async () => {
    const stream = await open()
    expect(stream.response.headers.get('Content-Type')).toBe('text/event-stream')
    expect(stream.response.headers.get('Cache-Control')).toBe('private, no-store')
    const first = stream.told(1)
    await create(world().ask, { ...bobToo, id: 'a' })
    expect(await first).toEqual(['CREATED a'])

    const rest = stream.told(4)
    await patch('a', { title: 'Later', location: 'Upstairs' })
    await world().ask(`PUT ${EVENTS}/a/rsvp`, { as: 'bob', json: { rsvp_status: 'ACCEPTED' } })
    await world().ask(`DELETE ${EVENTS}/a`)
    await create(world().ask, { ...bobToo, id: 'b' })
    expect(await rest).toEqual(['UPDATED a', 'UPDATED a', 'CANCELLED a', 'CREATED b'])

    const tombstone = stream.message()
    await world().ask(`DELETE ${EVENTS}/b/participants/bob`)
    expect((await tombstone)?.data).toEqual({ type: 'REMOVED', id: 'b' })
    await stream.leave()
  })

  test('a message is what the feed of changes says', async () => {
    const since = await token()
    const stream = await open({ query: '?body_format=PLAIN' })
    const message = stream.message()
    await create(world().ask, { ...bobToo, body: { format: 'PLAIN', content: 'Hi\nyou' } })
    const feed = await world().ask(`GET /calendar/changes?since=${since}&body_format=PLAIN`, {
      as: 'bob',
    })

    expect((await message)?.data).toEqual(feed.body.items[0])
    await stream.leave()
  })

  test('resumed after a gap it misses nothing and repeats nothing', async () => {
    const stream = await open()
    const before = stream.told(2)
    for (const id of ['a', 'b']) await create(world().ask, { ...bobToo, id })
    expect(await before).toEqual(['CREATED a', 'CREATED b'])
    const lastEventId = stream.lastId()
    await stream.leave()

    await create(world().ask, { ...bobToo, id: 'c' })
    await patch('c', { title: 'Later', location: 'Upstairs' })
    await create(world().ask, { id: 'of-others' })
    await patch('a', { title: 'Later' })
    const resumed = await open({ lastEventId })
    expect(await resumed.told(2)).toEqual(['CREATED c', 'UPDATED c'])
    const middle = resumed.lastId()
    await resumed.leave()

    const again = await open({ lastEventId: middle })
    const after = again.told(2)
    await create(world().ask, { ...bobToo, id: 'd' })
    expect(await after).toEqual(['UPDATED a', 'CREATED d'])
    await again.leave()
  })

  test('cut off before its first message it is resumed from where it began', async () => {
    const stream = await open()
    await stream.block()
    const lastEventId = stream.lastId()
    await stream.leave()
    await create(world().ask, { ...bobToo, id: 'a' })
    const resumed = await open({ lastEventId })

    expect(await resumed.told(1)).toEqual(['CREATED a'])
    await resumed.leave()
  })

  test('resumed, a message shows the event as it was then', async () => {
    const query = `?since=${await token()}`
    await create(world().ask, { ...bobToo, id: 'a', title: 'First' })
    await patch('a', { title: 'Second' })
    const stream = await open({ query })
    const titles = [await stream.message(), await stream.message()].map(
      (message) => message?.data.event.title,
    )

    expect(titles).toEqual(['First', 'Second'])
    await stream.leave()
  })

  test('a silent update is in the changes, and never in the stream', async () => {
    await create(world().ask, { ...bobToo, id: 'a' })
    const since = await token()
    const stream = await open()
    const live = stream.told(1)
    await patch('a', { title: 'Quiet', ...SILENT })
    const { items } = (await world().ask(`GET /calendar/changes?since=${since}`, { as: 'bob' }))
      .body
    expect(items.map(({ type }: { type: string }) => type)).toEqual(['UPDATED'])
    await create(world().ask, { ...bobToo, id: 'b' })
    expect(await live).toEqual(['CREATED b'])
    await stream.leave()

    const resumed = await open({ lastEventId: since })
    expect(await resumed.told(1)).toEqual(['CREATED b'])
    await resumed.leave()
  })

  test('nor is a silent cancellation, nor the language of a silent description', async () => {
    const { ask, calendar, store } = world()
    for (const id of ['a', 'b']) await create(ask, { ...bobToo, id })
    const stream = await open()
    const live = stream.told(3)
    await patch('a', { status: 'CANCELLED', ...SILENT })
    await patch('b', { body: { format: 'PLAIN', content: 'Hallo' }, ...SILENT })
    const detected = (bodyRevision: number) =>
      store.append({
        tenantId: 'demo',
        commandId: `detected-${bodyRevision}`,
        fingerprint: null,
        actor: { type: 'System', name: 'languages' },
        causationId: null,
        correlationId: null,
        streams: [
          {
            aggregate: 'event',
            streamId: 'b',
            expected: { type: 'Exists' },
            decide: () => {
              const at = world().clock.now()
              const happened = { type: 'LanguageDetected', at, language: 'de', bodyRevision }
              const eventId = `01900000-0000-7000-8000-00000000000${bodyRevision}`
              return { _tag: 'Right', right: [{ eventId, happened }] } as never
            },
          },
        ],
      })()
    await detected(2)
    await patch('b', { body: { format: 'PLAIN', content: 'Tag' } })
    await detected(3)
    await create(ask, { ...bobToo, id: 'c' })

    expect(await live).toEqual(['UPDATED b', 'UPDATED b', 'CREATED c'])
    const viewer = { tenantId: 'demo', userId: 'bob' }
    expect((await calendar.promises.get({ viewer, uid: 'b' })).language).toBe('de')
    await stream.leave()
  })

  test('two callers see only their own', async () => {
    const [bobs, cyds] = [await open(), await open({ as: 'cyd' })]
    const told = [bobs.told(2), cyds.told(2)]
    for (const [id, user_id] of [
      ['b1', 'bob'],
      ['c1', 'cyd'],
      ['c2', 'cyd'],
      ['b2', 'bob'],
    ]) {
      await create(world().ask, { id, participants: [{ user_id }] })
    }

    expect(await Promise.all(told)).toEqual([
      ['CREATED b1', 'CREATED b2'],
      ['CREATED c1', 'CREATED c2'],
    ])
    await Promise.all([bobs.leave(), cyds.leave()])
  })

  test('where the list is hidden, so it is here, and the answers of others with it', async () => {
    const participants = [{ user_id: 'bob' }, { user_id: 'cyd' }]
    await create(world().ask, { id: 'a', participants, show_participant_list: false })
    const stream = await open()
    const message = stream.message()
    await world().ask(`PUT ${EVENTS}/a/rsvp`, { as: 'cyd', json: { rsvp_status: 'ACCEPTED' } })
    await patch('a', { title: 'Later' })
    const { event } = (await message)?.data ?? {}

    expect(event.title).toBe('Later')
    expect(event.participants.map(({ user_id }: { user_id: string }) => user_id)).toEqual([
      'ann',
      'bob',
    ])
    await stream.leave()
  })

  test('an id that is altered or of another caller is 400 INVALID_CURSOR', async () => {
    const [mine, others] = [await token(), await token('ann')]
    const altered = `${mine.slice(0, -1)}${mine.endsWith('A') ? 'B' : 'A'}`
    for (const bad of [others, altered, '7']) {
      const headers = { 'Last-Event-ID': bad }
      const got = await world().ask('GET /calendar/stream', { as: 'bob', headers })
      expect([codeOf(got), pointersIn(got)]).toEqual(['400 INVALID_CURSOR', ['/Last-Event-ID']])
      const since = await world().ask(`GET /calendar/stream?since=${bad}`, { as: 'bob' })
      expect([codeOf(since), pointersIn(since)]).toEqual(['400 INVALID_CURSOR', ['/since']])
    }
    expect(codeOf(await world().ask('GET /calendar/stream', { as: null }))).toBe(
      '401 UNAUTHENTICATED',
    )
  })
})

/** The contract on a store whose listeners and reads are counted. */
const counted = async (backend: Backend, options: Partial<NativeOptions> = {}) => {
  const { store, close } = await backend.open({ now: () => Date.UTC(2027, 2, 8) })
  const listeners = new Set<object>()
  const reads = { log: 0, streams: 0 }
  const counting: Pick<EventStore, 'onAppended' | 'readLog' | 'readStream'> = {
    onAppended: (listener) => {
      const undo = store.onAppended(listener)
      const key = {}
      listeners.add(key)
      return () => {
        listeners.delete(key)
        undo()
      }
    },
    readLog: (page) => {
      reads.log += 1
      return store.readLog(page)
    },
    readStream: (page) => {
      reads.streams += 1
      return store.readStream(page)
    },
  }
  const calendar = createCalendar({ store: { ...store, ...counting }, directory, secret: 's' })
  const faults: unknown[] = []
  const api = nativeApi({
    calendar,
    directory,
    authenticate: demoBearer,
    onFault: ({ cause }) => faults.push(cause),
    ...options,
  })
  return { api, ask: asking(api), listeners, reads, faults, close, store }
}

describe.each(backends)('stream, its ends ($name)', (backend) => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('a client that leaves, or whose request aborts, leaves no listener and no timer', async () => {
    const { api, listeners, faults, close } = await counted(backend)
    for (const how of ['leave', 'abort'] as const) {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      const stream = await openStream(api)
      const end = stream.told(1)
      await vi.waitFor(() => {
        expect([listeners.size, vi.getTimerCount() > 0]).toEqual([1, true])
      })
      await stream[how]()
      expect(await end).toEqual([])
      await vi.waitFor(() => {
        expect([listeners.size, vi.getTimerCount()], how).toEqual([0, 0])
      })
      vi.useRealTimers()
    }
    expect(faults).toEqual([])
    await close()
  })

  test('one that leaves in between messages leaves no listener either', async () => {
    const { api, ask, listeners, close } = await counted(backend)
    for (const how of ['leave', 'abort'] as const) {
      const stream = await openStream(api)
      const told = stream.told(1)
      await create(ask, bobToo)
      await create(ask, bobToo)
      await told
      await stream[how]()
      await vi.waitFor(() => {
        expect(listeners.size, how).toBe(0)
      })
    }
    await close()
  })

  test('nothing listens for one who never reads, as for a HEAD', async () => {
    const { api, listeners, close } = await counted(backend)
    const headers = { Authorization: 'Bearer demo-bob' }
    const head = await api.request('/calendar/stream', { method: 'HEAD', headers })
    await api.request('/calendar/stream', { headers })

    expect([head.status, listeners.size]).toEqual([200, 0])
    await close()
  })

  test('when the host stops, every stream ends cleanly, a new one at once', async () => {
    const stopping = new AbortController()
    const { api, listeners, faults, close } = await counted(backend, { stopping: stopping.signal })
    const streams = [await openStream(api), await openStream(api, { as: 'cyd' })]
    const ends = streams.map((stream) => stream.told(1))
    await vi.waitFor(() => {
      expect(listeners.size).toBe(2)
    })
    stopping.abort()

    expect(await Promise.all(ends)).toEqual([[], []])
    expect(await (await openStream(api)).told(1)).toEqual([])
    expect([listeners.size, faults]).toEqual([0, []])
    await close()
  })

  test('a slow client costs no reads: no more than it takes is read for it', async () => {
    const { api, ask, reads, close } = await counted(backend)
    const stream = await openStream(api)
    for (let each = 0; each < 20; each += 1) await create(ask, bobToo)
    expect(reads).toEqual({ log: 0, streams: 0 })

    expect(await stream.told(3)).toHaveLength(3)
    expect(reads.log).toBe(1)
    expect(reads.streams).toBeLessThanOrEqual(5)
    expect(await stream.told(17)).toHaveLength(17)
    await stream.leave()
    await close()
  })

  test('however many listen, the history of an event is read once for a change', async () => {
    const { api, ask, reads, close } = await counted(backend)
    const streams = await Promise.all(Array.from({ length: 10 }, () => openStream(api)))
    const told = Promise.all(streams.map((stream) => stream.told(2)))
    await create(ask, bobToo)
    await create(ask, bobToo)
    await told

    expect(reads.streams).toBe(2)
    await Promise.all(streams.map((stream) => stream.leave()))
    await close()
  })

  test('while there is nothing to tell it says so, and how far it has come', async () => {
    const { api, ask, close } = await counted(backend, { limits: { heartbeatMs: 5 } })
    const stream = await openStream(api)
    await stream.block()
    const begun = stream.lastId()
    expect(await stream.block()).toBe(`: still here\nid: ${begun}`)
    await create(ask, { id: 'of-others' })
    await vi.waitFor(async () => {
      await stream.block()
      expect(stream.lastId()).not.toBe(begun)
    })
    const lastEventId = stream.lastId()
    await stream.leave()

    await create(ask, { ...bobToo, id: 'a' })
    const resumed = await openStream(api, { lastEventId })
    expect(await resumed.told(1)).toEqual(['CREATED a'])
    await resumed.leave()
    await close()
  })

  test('it ends after its time, for its client to be authenticated anew', async () => {
    const { api, listeners, close } = await counted(backend, {
      limits: { heartbeatMs: 5, streamMs: 20 },
    })
    const stream = await openStream(api)

    expect(await stream.told(1)).toEqual([])
    expect(listeners.size).toBe(0)
    await close()
  })

  test('a store that fails ends it, is told inside, and leaves no timer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { store, close } = await backend.open({ now: () => 0 })
    const failure = { type: 'StoreFailure', reason: 'SQLITE_IOERR' } as const
    const calendar = createCalendar({ store: { ...store, readLog: () => TE.left(failure) } })
    const faults: unknown[] = []
    const onFault = ({ cause }: { readonly cause: unknown }) => faults.push(cause)
    const api = nativeApi({ calendar, directory, authenticate: demoBearer, onFault })
    const stream = await openStream(api)

    expect(await stream.told(1)).toEqual([])
    expect(faults).toEqual([expect.objectContaining({ failure })])
    expect(vi.getTimerCount()).toBe(0)
    await close()
  })
})
