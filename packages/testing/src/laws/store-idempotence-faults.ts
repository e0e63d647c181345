import type { Append, NewEvent } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { mappingEvents } from './mapping-events.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

/** Takes an id that it knows for another one, and so appends the same message twice. STORE-004 must reject it. */
export const appendsTheSameTwice: StoreFault = faulty((store) => {
  const times = new Map<string, number>()
  const renamed = (event: NewEvent<'event'>): NewEvent<'event'> => {
    const before = times.get(event.eventId) ?? 0
    times.set(event.eventId, before + 1)
    if (before === 0) return event
    return {
      ...event,
      eventId: event.eventId.replace('-7000-', `-7${String(before % 1000).padStart(3, '0')}-`),
    }
  }
  return {
    append: (append) =>
      store.append({ ...append, streams: mappingEvents(append.streams, renamed) }),
  }
})

/** Takes some known ids for all of an append. STORE-018 must reject it. */
export const takesPartForAll: StoreFault = faulty((store) => ({
  append:
    <R>(append: Append<R>) =>
    async () => {
      const result = await store.append(append)()
      return E.isLeft(result) && result.left.type === 'DuplicateEventId'
        ? E.right({ events: [], position: 0, replayed: true })
        : result
    },
}))

/** Gives a refusal again, whatever has become of its reason. STORE-019 must reject it. */
export const remembersRefusals: StoreFault = faulty((store) => {
  const refused = new Map<string, unknown>()
  return {
    append:
      <R>(append: Append<R>) =>
      async () => {
        const key = `${append.tenantId} ${append.commandId}`
        if (refused.has(key)) return E.left({ type: 'StoreFailure', reason: 'refused before' })
        const result = await store.append(append)()
        const isRefused = E.isLeft(result) && result.left.type === 'Rejected'
        if (isRefused) refused.set(key, append.fingerprint)
        return result
      },
  }
})
