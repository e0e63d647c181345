import { advance, commitOf, emptyStream, stage } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'

/** Somebody's event store: it keeps each tenant's log in an array. */
export const openStore = () => {
  const logs = new Map()
  const runs = new Map()
  const listeners = new Set()
  const logOf = (tenantId) => logs.get(tenantId) ?? []
  const entriesOf = ({ tenantId, aggregate, streamId }) =>
    logOf(tenantId).filter((each) => each.aggregate === aggregate && each.streamId === streamId)
  const streamOf = (stream) =>
    entriesOf(stream).reduce(advance, emptyStream(stream.aggregate, stream.streamId))

  const append = (asked) => {
    const { tenantId, commandId, fingerprint } = asked
    const log = logOf(tenantId)
    const key = JSON.stringify([tenantId, commandId])
    const run = fingerprint === null ? undefined : runs.get(key)
    if (run !== undefined) {
      if (run.fingerprint !== fingerprint) return E.left({ type: 'CommandIdReused', commandId })
      return E.right({ ...run.appended, replayed: true })
    }
    const staged = []
    for (const decision of asked.streams) {
      const { aggregate, streamId } = decision
      const earlier = staged.findLast(
        ({ after }) => after.aggregate === aggregate && after.streamId === streamId,
      )
      const decided = stage(decision, earlier?.after ?? streamOf({ tenantId, aggregate, streamId }))
      if (E.isLeft(decided)) return decided
      staged.push(decided.right)
    }
    const recordedAt = Math.max(Date.now(), log.at(-1)?.recordedAt ?? 0)
    const { events } = commitOf(asked, staged, { position: log.length, recordedAt })
    const ids = events.map(({ eventId }) => eventId)
    const known = log.filter(({ eventId }) => ids.includes(eventId))
    if (known.length > 0 || new Set(ids).size < ids.length) {
      const nameOf = ({ eventId, streamId }) => `${eventId} ${streamId}`
      return known.map(nameOf).join() === events.map(nameOf).join()
        ? E.right({ events: known, position: known.at(-1).position, replayed: true })
        : E.left({ type: 'DuplicateEventId', eventId: ids[0] })
    }
    const position = log.length + events.length
    const appended = { events, position, replayed: false }
    if (fingerprint !== null) runs.set(key, { fingerprint, appended })
    logs.set(tenantId, [...log, ...events])
    if (events.length > 0) for (const listener of listeners) listener(tenantId, position)
    return E.right(appended)
  }

  const store = {
    append: (asked) => async () => append(asked),
    load: (tenantId, aggregate, streamId) => async () => {
      const { state, version } = streamOf({ tenantId, aggregate, streamId })
      return E.right({ state, version })
    },
    readLog:
      ({ tenantId, after, limit }) =>
      async () =>
        E.right(logOf(tenantId).slice(after, after + limit)),
    readStream: (page) => async () => {
      const { afterVersion, limit } = page
      return E.right(entriesOf(page).slice(afterVersion, afterVersion + limit))
    },
    tenants: async () =>
      E.right([...logs].flatMap(([id, log]) => (log.length > 0 ? [id] : [])).sort()),
    onAppended: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return Promise.resolve({ store, close: () => Promise.resolve() })
}
