import type { Recorded, State, StoreFailure, TrainingState } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Store } from '../../src/index.js'
import { succeed } from '../../src/index.js'
import type { SimulatedStorage, SimulationSubject } from '../../src/simulation/index.js'
import { memory } from './subjects.js'

/** Every handle on its storage is spoiled. */
const spoiled = (spoil: (store: Store) => Partial<Store>): SimulationSubject => ({
  ...memory,
  newStorage: async (clock) => {
    const storage = await memory.newStorage(clock)
    const open = async () => {
      const handle = await storage.open()
      return { ...handle, store: { ...handle.store, ...spoil(handle.store) } }
    }
    return { ...storage, open }
  },
})

/** Writes the last commit down after it acknowledged it: a restart loses it. */
const losesTheLastCommit: SimulationSubject = {
  ...memory,
  newStorage: (clock): Promise<SimulatedStorage> => {
    let store = memoryStore({ clock })
    const close = () => Promise.resolve()
    const restart = async () => {
      const before = store
      store = memoryStore({ clock })
      for (const tenantId of await succeed(before.tenants)) {
        const log = await succeed(before.readLog({ tenantId, after: 0, limit: 100_000 }))
        const last = log.at(-1)?.commandId
        for (const recorded of log.filter(({ commandId }) => commandId !== last)) {
          await again(store, recorded)
        }
      }
    }
    return Promise.resolve({
      open: () => Promise.resolve({ store, close }),
      restart,
      remove: close,
    })
  },
}

const again = async (store: Store, recorded: Recorded): Promise<unknown> => {
  if (recorded.aggregate !== 'event') return
  const { eventId, happened, streamId } = recorded
  const decide = () => E.right([{ eventId, happened }])
  const stream = { aggregate: 'event', streamId, expected: { type: 'Any' }, decide } as const
  return store.append({ ...recorded, fingerprint: null, streams: [stream] })()
}

/** Settles a message before it is delivered: who dies in between never delivers it. */
const settlesFirst: SimulationSubject = {
  ...memory,
  startRunners: (background) => {
    const { store, clock, ids, notifier } = background
    const settleAll = async (): Promise<void> => {
      const now = clock.now()
      const token = ids.uuid()
      const claimed = await store.claim({ now, until: now + 400, limit: 4, token })()
      for (const message of E.isRight(claimed) ? claimed.right : []) {
        await store.settle(message, token, { type: 'Delivered' })()
        await notifier.notify(message)()
      }
      setTimeout(() => void settleAll(), 100)
    }
    void settleAll()
  },
  languageOf: null,
}

/** Forgets command ids: what a client sends again happens again. */
const runsTwice = spoiled((store) => ({
  append: (append) => store.append({ ...append, fingerprint: null }),
}))

/** Takes the first row of a later page for the last one of the page before. */
const losesARow = spoiled((store) => ({
  singles: (query) =>
    pipe(
      store.singles(query),
      TE.map((rows) => (query.from === null ? rows : rows.slice(1))),
    ),
}))

/** Lists what is now, whatever position was asked for. */
const listsTheLatest = spoiled((store) => ({
  singles: (query) =>
    pipe(
      store.head(query.tenantId),
      TE.chain(({ position }) => store.singles({ ...query, position })),
    ),
}))

/** Shows a reader of the log a page without its first entry, now and then. */
const skipsAnEntry = spoiled((store) => {
  let pages = 0
  return {
    readLog: (page) => async () => {
      const found = await store.readLog(page)()
      if (E.isLeft(found) || page.limit > 500 || found.right.length < 2) return found
      pages += 1
      return pages % 10 === 0 ? E.right(found.right.slice(1)) : found
    },
  }
})

/** Fails for ever for one user. */
const neverTakesOnes = spoiled((store) => ({
  append: (append) =>
    append.actor.type === 'User' && append.actor.userId === 'cyd'
      ? TE.left<StoreFailure>({ type: 'StoreFailure', reason: 'never' })
      : store.append(append),
}))

/** Decides about trainings as if one more could take each spot. */
const oversells = spoiled((store) => ({
  append: (append) => {
    const streams = append.streams.map((stream) =>
      stream.aggregate === 'training'
        ? { ...stream, decide: (state: TrainingState) => stream.decide(asIfWider(state)) }
        : stream,
    )
    return store.append({ ...append, streams })
  },
}))

const asIfWider = (state: TrainingState): TrainingState => {
  if (state.type !== 'Training') return state
  const spots = [...state.spots].map(
    ([key, spot]) => [key, { ...spot, capacity: spot.capacity + 1 }] as const,
  )
  return { ...state, spots: new Map(spots) }
}

/** Decides about events as if no provider had said when it changed them. */
const takesOlderImports = spoiled((store) => ({
  append: (append) => {
    const streams = append.streams.map((stream) =>
      stream.aggregate === 'event'
        ? { ...stream, decide: (state: State) => stream.decide(asIfUndated(state)) }
        : stream,
    )
    return store.append({ ...append, streams })
  },
}))

const asIfUndated = (state: State): State => {
  if (state.type === 'Absent' || state.event.source === null) return state
  const source = { ...state.event.source, updatedAt: null }
  return { ...state, event: { ...state.event, source } }
}

/** What a simulation must find, and as which broken promise. */
export const planted: readonly (readonly [string, SimulationSubject, string])[] = [
  [
    'a storage that loses the last commit when it is reopened',
    losesTheLastCommit,
    'what was acknowledged stays',
  ],
  [
    'a runner that settles before it delivers',
    settlesFirst,
    'every message is delivered, and no other',
  ],
  ['a store that forgets command ids', runsTwice, 'a command is in the log once'],
  ['a store that loses a row between pages', losesARow, 'the pages of a listing are its snapshot'],
  ['a store that lists what is now', listsTheLatest, 'lists are the fold of the log'],
  ['a log that skips an entry', skipsAnEntry, 'a follower sees every position in order'],
  ['a store that sells a spot twice', oversells, 'no spot is taken by more than it has places for'],
  ['a store that takes older imports', takesOlderImports, 'the newest import holds'],
  ['a store that never takes what cyd does', neverTakesOnes, 'all comes to rest'],
]
