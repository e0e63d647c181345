import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Append, AppendFailure, Appended, EventStore } from '@kalends/core'
import type { OpenStore, Store, StoreUnderTest } from './store.js'

/** Spoils a store. */
export type StoreFault = (open: OpenStore) => OpenStore

/** A store of which some parts are spoiled. */
export const faulty =
  (spoil: (store: Store) => Partial<Store>): StoreFault =>
  (open) =>
  async () =>
    spoiled(await open(), spoil)

const spoiled = (
  opened: StoreUnderTest,
  spoil: (store: Store) => Partial<Store>,
): StoreUnderTest => {
  const { store, reopen, share } = opened
  return {
    ...opened,
    store: { ...store, ...spoil(store) },
    ...(reopen && { reopen: async () => spoiled(await reopen(), spoil) }),
    ...(share && { share: async () => spoiled(await share(), spoil) }),
  }
}

/** Loses an event that ends exactly at a window's open bound. STORE-001 must reject it. */
export const losesAnEdge: StoreFault = faulty((store) => ({
  singles: (query) =>
    store.singles({ ...query, window: { ...query.window, endFrom: query.window.endFrom + 1 } }),
}))

/** Lists what is now, whatever was asked. STORE-001 must reject it. */
export const listsTheLatest: StoreFault = faulty((store) => ({
  singles: (query) => store.singles({ ...query, position: Number.MAX_SAFE_INTEGER }),
}))

/** Compares ids as people do, not by code unit. STORE-001 must reject it. */
export const sortsByLetters: StoreFault = faulty((store) => ({
  singles: (query) => async () => {
    const rows = await store.singles(query)()
    const sign = query.direction === 'Ascending' ? 1 : -1
    return E.isLeft(rows)
      ? rows
      : E.right(
          rows.right.toSorted(
            (a, b) => sign * (a.start - b.start || a.uid.localeCompare(b.uid, 'en')),
          ),
        )
  },
}))

/** Shows an event as it is now, whatever was asked. STORE-002 must reject it. */
export const showsTheLatest: StoreFault = faulty((store) => ({
  event: (query) => store.event({ ...query, position: Number.MAX_SAFE_INTEGER }),
}))

/** Shows what happened one position too early, so that half a commit is seen. STORE-002 must reject it. */
export const seesTooEarly: StoreFault = faulty((store) => ({
  event: (query) => store.event({ ...query, position: query.position + 1 }),
}))

/** Loses the second entry of the log. STORE-003 must reject it. */
export const hasAGap: StoreFault = faulty((store) => ({
  readLog: (page) => async () => {
    const entries = await store.readLog(page)()
    return E.isLeft(entries)
      ? entries
      : E.right(entries.right.filter((each) => each.position !== 2))
  },
}))

/** Forgets command ids. STORE-004 must reject it. */
export const runsTwice: StoreFault = faulty((store) => ({
  append: (append) => store.append({ ...append, fingerprint: null }),
}))

/** Takes any version for the expected one. STORE-005 must reject it. */
export const expectsNothing: StoreFault = faulty((store) => ({
  append: <R>(append: Append<R>) =>
    store.append({
      ...append,
      streams: append.streams.map((stream) => ({ ...stream, expected: { type: 'Any' } })),
    }),
}))

type Appending<R> = TE.TaskEither<AppendFailure<R>, Appended>

/** Appends to one stream after the other. STORE-006 must reject it. */
export const appendsOneByOne: StoreFault = faulty((store) => ({
  append: <R>(append: Append<R>) => {
    const appendTo = (streams: Append<R>['streams']): Appending<R> =>
      store.append({ ...append, fingerprint: null, streams })
    return append.streams.reduce(
      (earlier, stream) => TE.chain(() => appendTo([stream]))(earlier),
      appendTo([]),
    )
  },
}))

/** Prunes also the rows that hold at the position. STORE-007 must reject it. */
export const prunesTooMuch: StoreFault = faulty((store) => {
  let pruned = -1
  return {
    prune: (tenantId, position) => {
      pruned = position
      return store.prune(tenantId, position)
    },
    event: (query) => store.event(query.position === pruned ? { ...query, position: 0 } : query),
  }
})

/** Shows what is left after pruning to those who ask for more. STORE-007 must reject it. */
export const showsWhatIsLeft: StoreFault = faulty((store) => ({
  singles: (query) => async () => {
    const head = await store.head(query.tenantId)()
    const position = E.isLeft(head) ? 0 : Math.max(query.position, head.right.readableFrom)
    return store.singles({ ...query, position })()
  },
}))

/** Lists participants by letter. STORE-002 must reject it. */
export const sortsParticipants: StoreFault = faulty((store) => ({
  event: (query) => async () => {
    const found = await store.event(query)()
    if (E.isLeft(found) || found.right === null) return found
    const sorted = [...found.right.participants].sort(([a], [b]) => (a < b ? -1 : 1))
    return E.right({ ...found.right, participants: new Map(sorted) })
  },
}))

/** Decides before it has the lock. STORE-008 must reject it. */
export const decidesOnStaleState: StoreFault = faulty((store) => ({
  append:
    <R>(append: Append<R>) =>
    async () => {
      const streams = await Promise.all(
        append.streams.map((stream) => decidedNow(store, append, stream)),
      )
      return store.append({ ...append, streams })()
    },
}))

const decidedNow = async <R>(
  store: EventStore,
  { tenantId }: Append<R>,
  stream: Append<R>['streams'][number],
): Promise<Append<R>['streams'][number]> => {
  if (stream.aggregate !== 'event') return stream
  const loaded = await store.load(tenantId, 'event', stream.streamId)()
  if (E.isLeft(loaded)) return stream
  const decided = stream.decide(loaded.right.state)
  return { ...stream, decide: () => decided }
}

/** Caches the state of a stream and forgets to renew it. STORE-009 must reject it. */
export const loadsTheFirst: StoreFault = faulty((store) => ({
  load: (tenantId, aggregate, streamId) => async () => {
    const loaded = await store.load(tenantId, aggregate, streamId)()
    return E.isLeft(loaded) || loaded.right.version < 2
      ? loaded
      : E.right({ ...loaded.right, version: 1 })
  },
}))

/** Gives a message to whoever asks. STORE-010 must reject it. */
export const leasesNothing: StoreFault = faulty((store) => ({
  claim: (request) => store.claim({ ...request, until: request.now }),
}))

/** Keeps one log for all. STORE-011 must reject it. */
export const mixesTenants: StoreFault = faulty((store) => ({
  append: (append) => store.append({ ...append, tenantId: 'one' }),
}))

/** Goes where it is told. STORE-012 must reject it. */
export const goesBack: StoreFault = faulty((store) => {
  const positions = new Map<string, number>()
  const keyOf = (consumer: string, tenantId: string) => JSON.stringify([consumer, tenantId])
  return {
    position: (consumer, tenantId) => () =>
      Promise.resolve(E.right(positions.get(keyOf(consumer, tenantId)) ?? 0)),
    advance: (consumer, tenantId, position) => {
      positions.set(keyOf(consumer, tenantId), position)
      return store.advance(consumer, tenantId, position)
    },
  }
})
