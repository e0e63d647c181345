import { setImmediate } from 'node:timers/promises'
import type { Append, AppendFailure, EventStore } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'
import type { Store } from './store.js'

type Streams<R> = Append<R>['streams']
type Expecting<R> = Streams<R>[number]['expected']['type']

const expectingAny = <R>(streams: Streams<R>, when: (type: Expecting<R>) => boolean): Streams<R> =>
  streams.map((stream) =>
    when(stream.expected.type) ? { ...stream, expected: { type: 'Any' } } : stream,
  )

/** Takes "must not exist" for "any". STORE-005 must reject it. */
export const takesNoneForAny: StoreFault = faulty((store) => ({
  append: <R>(append: Append<R>) =>
    store.append({ ...append, streams: expectingAny(append.streams, (type) => type === 'None') }),
}))

/** Takes "must exist" for "any". STORE-005 must reject it. */
export const takesExistsForAny: StoreFault = faulty((store) => ({
  append: <R>(append: Append<R>) =>
    store.append({ ...append, streams: expectingAny(append.streams, (type) => type === 'Exists') }),
}))

/** Forgets what comes while it writes, and says that it is done. STORE-008 must reject it. */
export const dropsWhenBusy: StoreFault = faulty((store) => {
  const writing = { count: 0 }
  return {
    append:
      <R>(append: Append<R>) =>
      async () => {
        const isAny = append.streams.every(({ expected }) => expected.type === 'Any')
        if (isAny && writing.count > 0) {
          return E.right({ events: [], position: 0, replayed: false })
        }
        writing.count += 1
        await setImmediate()
        const result = await store.append(append)()
        writing.count -= 1
        return result
      },
  }
})

/** Looks at the version first, and then appends to whatever is there. */
const checkingFirst =
  (kind: 'None' | 'Exact') =>
  (store: Store): Partial<Store> => ({
    append:
      <R>(append: Append<R>) =>
      async () => {
        const conflict = await conflictOf<R>(store, append, kind)
        if (conflict !== null) return conflict
        const streams = expectingAny(append.streams, (type) => type === kind)
        return store.append({ ...append, streams })()
      },
  })

const conflictOf = async <R>(
  store: EventStore,
  { tenantId, streams }: Append<R>,
  kind: 'None' | 'Exact',
): Promise<E.Left<AppendFailure<R>> | null> => {
  for (const { aggregate, streamId, expected } of streams) {
    const loaded = await store.load(tenantId, aggregate, streamId)()
    if (E.isLeft(loaded) || expected.type !== kind) continue
    const { version } = loaded.right
    const asked = expected.type === 'Exact' ? expected.version : 0
    if (version !== asked)
      return { _tag: 'Left', left: { type: 'VersionConflict', streamId, version } }
  }
  return null
}

/** Looks whether a stream is there before it has the lock. STORE-015 must reject it. */
export const checksThenCreates: StoreFault = faulty(checkingFirst('None'))

/** Looks at the version before it has the lock. STORE-016 must reject it. */
export const checksThenChanges: StoreFault = faulty(checkingFirst('Exact'))

/** Locks against its own callers only. STORE-017 must reject it. */
export const locksOnlyItself: StoreFault = (open) => async () => {
  const opened = await open()
  const { share } = opened
  if (share === undefined) return opened
  const unlocked = faulty(checkingFirst('None'))
  return { ...opened, share: unlocked(share) }
}
