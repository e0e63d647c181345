import { setImmediate } from 'node:timers/promises'
import type { Recorded } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

/** Reads the log by its stamps, and by ids where they are the same. STORE-003 must reject it. */
export const ordersByStamp: StoreFault = faulty((store) => ({
  readLog: (page) => async () => {
    const all = await store.readLog({ ...page, after: 0, limit: 100_000 })()
    if (E.isLeft(all)) return all
    const sorted = all.right.toSorted(
      (a, b) => a.recordedAt - b.recordedAt || (a.streamId < b.streamId ? -1 : 1),
    )
    return E.right(sorted.slice(page.after, page.after + page.limit))
  },
}))

/** Gives every domain event of an append to several streams a stamp of its own. STORE-020 must reject it. */
export const stampsEach: StoreFault = faulty((store) => {
  const apart = new Set<string>()
  const stamped = (entry: Recorded): Recorded =>
    apart.has(entry.eventId) ? { ...entry, recordedAt: entry.recordedAt + entry.version } : entry
  return {
    append: (append) => async () => {
      const result = await store.append(append)()
      if (E.isLeft(result)) return result
      const { events } = result.right
      if (append.streams.length > 1) for (const { eventId } of events) apart.add(eventId)
      return E.right({ ...result.right, events: events.map(stamped) })
    },
    readLog: (page) =>
      TE.map((entries: readonly Recorded[]) => entries.map(stamped))(store.readLog(page)),
    readStream: (page) =>
      TE.map((entries: readonly Recorded[]) => entries.map(stamped))(store.readStream(page)),
  }
})

/** Cannot read where nothing is. STORE-022 must reject it. */
export const failsBeyondTheEnd: StoreFault = faulty((store) => ({
  readLog: (page) => async () => {
    const head = await store.head(page.tenantId)()
    return E.isRight(head) && page.after > head.right.position
      ? E.left({ type: 'StoreFailure', reason: 'beyond the end' })
      : store.readLog(page)()
  },
}))

/** Remembers the last state of a stream by its id, and forgets whose it was. STORE-023 must reject it. */
export const remembersByIdAlone: StoreFault = faulty((store) => {
  const last = { streamId: '', tenantId: '' }
  return {
    append: (append) => async () => {
      const [stream] = append.streams
      const isAnothers = stream?.streamId === last.streamId && append.tenantId !== last.tenantId
      const tenantId = last.tenantId
      Object.assign(last, { streamId: stream?.streamId ?? '', tenantId: append.tenantId })
      if (!isAnothers || stream.aggregate !== 'event') return store.append(append)()
      const loaded = await store.load(tenantId, 'event', stream.streamId)()
      if (E.isLeft(loaded)) return loaded
      const decide = () => stream.decide(loaded.right.state)
      return store.append({ ...append, streams: [{ ...stream, decide }] })()
    },
  }
})

const LATE_TURNS = 5

/** Shows some commits later than those behind them. STORE-024 must reject it. */
export const showsLaterOnesFirst: StoreFault = faulty((store) => {
  const late = new Set<number>()
  return {
    append: (append) => async () => {
      const result = await store.append(append)()
      if (E.isLeft(result)) return result
      const positions = result.right.events.map(({ position }) => position)
      if (positions.every((position) => position % 3 !== 2)) return result
      for (const position of positions) late.add(position)
      for (let turns = 0; turns < LATE_TURNS; turns += 1) await setImmediate()
      for (const position of positions) late.delete(position)
      return result
    },
    readLog: (page) =>
      TE.map((entries: readonly Recorded[]) =>
        entries.filter(({ position }) => !late.has(position)),
      )(store.readLog(page)),
  }
})

/** Takes its positions when a transaction begins, not when it commits. STORE-025 must reject it. */
export const takesPositionsEarly: StoreFault = (open) => async () => {
  const opened = await open()
  const { store } = opened
  const pending = new Set<number>()
  return {
    ...opened,
    store: {
      ...store,
      readLog: (page) =>
        TE.map((entries: readonly Recorded[]) =>
          entries.filter(({ position }) => !pending.has(position)),
        )(store.readLog(page)),
    },
    hold: async (append) => {
      const result = await store.append(append)()
      const positions = E.isLeft(result) ? [] : result.right.events.map(({ position }) => position)
      for (const position of positions) pending.add(position)
      return {
        commit: () => {
          pending.clear()
          return Promise.resolve()
        },
      }
    },
  }
}

/** Names one tenant where there are several. STORE-011 must reject it. */
export const namesOneTenant: StoreFault = faulty((store) => ({
  tenants: TE.map((tenants: readonly string[]) => tenants.slice(0, 1))(store.tenants),
}))

/** Folds the first half dozen of a stream. STORE-009 must reject it. */
export const foldsHalfADozen: StoreFault = faulty((store) => ({
  load: (tenantId, aggregate, streamId) => async () => {
    const loaded = await store.load(tenantId, aggregate, streamId)()
    if (E.isLeft(loaded) || loaded.right.version <= HALF_A_DOZEN) return loaded
    return E.right({ ...loaded.right, version: HALF_A_DOZEN })
  },
}))

const HALF_A_DOZEN = 6
