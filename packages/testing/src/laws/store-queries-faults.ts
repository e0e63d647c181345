import type { CalendarEvent, SingleRow } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

/** Takes what was recorded at a moment for later. STORE-030 must reject it. */
export const looksStrictlyBefore: StoreFault = faulty((store) => ({
  positionAt: (tenantId, at) => store.positionAt(tenantId, at - 1),
}))

/** Leaves what was once a series out of the singles. STORE-031 must reject it. */
export const onceASeriesAlwaysOne: StoreFault = faulty((store) => ({
  singles: (query) => async () => {
    const rows = await store.singles(query)()
    if (E.isLeft(rows)) return rows
    const kept: SingleRow[] = []
    for (const row of rows.right) {
      const stream = { tenantId: query.tenantId, aggregate: 'event', streamId: row.uid } as const
      const entries = await store.readStream({ ...stream, afterVersion: 0, limit: 1000 })()
      if (E.isLeft(entries)) return entries
      const was = entries.right.some(({ happened }) => happened.type === 'RecurrenceChanged')
      if (!was) kept.push(row)
    }
    return E.right(kept)
  },
}))

/** Shows no event's language. STORE-002 must reject it. */
export const forgetsTheLanguage: StoreFault = faulty((store) => ({
  event: (query) =>
    TE.map((event: CalendarEvent | null) => event && mute(event))(store.event(query)),
  events: (query) =>
    TE.map(
      (events: ReadonlyMap<string, CalendarEvent>) =>
        new Map([...events].map(([uid, event]) => [uid, mute(event)])),
    )(store.events(query)),
}))

const mute = (event: CalendarEvent): CalendarEvent => ({ ...event, language: null })
