import type { Recorded } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

/** Tells of appends that came to nothing. STORE-026 must reject it. */
export const tellsOfNothing: StoreFault = faulty((store) => {
  const listeners = new Set<(tenantId: string, position: number) => void>()
  return {
    append: (append) => async () => {
      const result = await store.append(append)()
      const position = E.isRight(result) ? result.right.position : 0
      for (const listener of listeners) listener(append.tenantId, position)
      return result
    },
    onAppended: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
})

/** Loses what was committed last, when it is closed. STORE-027 must reject it. */
export const losesTheLastCommit: StoreFault = (open) => async () => {
  const opened = await open()
  const { reopen } = opened
  if (reopen === undefined) return opened
  const losing = faulty((store) => ({
    readLog: (page) => async () => {
      const head = await store.head(page.tenantId)()
      const last = E.isRight(head) ? head.right.position : 0
      return TE.map((entries: readonly Recorded[]) =>
        entries.filter(({ position }) => position !== last),
      )(store.readLog(page))()
    },
  }))
  return { ...opened, reopen: losing(reopen) }
}

/** Folds what an earlier schema wrote to nothing. STORE-028 must reject it. */
export const forgetsEarlierData: StoreFault = (open) => async () => {
  const opened = await open()
  const forgetting = faulty((store) => ({
    load:
      (...stream) =>
      async () => {
        const loaded = await store.load(...stream)()
        return E.isLeft(loaded) ? loaded : E.right({ ...loaded.right, version: 0 })
      },
  }))
  const { fixtures = [] } = opened
  return {
    ...opened,
    fixtures: fixtures.map((fixture) => ({ ...fixture, open: forgetting(fixture.open) })),
  }
}

/** Sends messages about what was refused, when several streams were asked for. STORE-006 must reject it. */
export const sendsWhatWasRefused: StoreFault = faulty((store) => {
  const due = { at: Infinity }
  return {
    append: (append) => async () => {
      const result = await store.append(append)()
      if (E.isLeft(result) && append.streams.length > 1) due.at = 0
      return result
    },
    nextDue: TE.map((at: number | null) => (due.at === 0 ? 0 : at))(store.nextDue),
  }
})
