import type { SeriesRow } from '@kalends/core'
import { aliveIn, eventRow, MAX_INSTANT, participationRow } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

/** Looks for series where their recurrence has them, not where occurrences were moved to. STORE-013 must reject it. */
export const losesMoved: StoreFault = faulty((store) => ({
  series: (query) => async () => {
    const rows = await store.series(query)()
    if (E.isLeft(rows)) return rows
    const { startTo, endFrom } = aliveIn(query.window)
    const found: SeriesRow[] = []
    for (const row of rows.right) {
      const { tenantId, position } = query
      const event = await store.event({ tenantId, uid: row.uid, position })()
      if (E.isLeft(event)) return event
      if (event.right === null) continue
      const unchanged = { ...event.right, overrides: new Map() }
      const { start, end } = participationRow(unchanged, row.participation)
      if (start <= startTo && end >= endFrom) found.push(row)
    }
    return E.right(found)
  },
}))

/** Lists the series that there are now, whatever was asked. STORE-013 must reject it. */
export const listsTheLatestSeries: StoreFault = faulty((store) => ({
  series: (query) => store.series({ ...query, position: Number.MAX_SAFE_INTEGER }),
}))

/** Loses a series whose last occurrence has no length and begins the window. STORE-013 must reject it. */
export const losesLastPoints: StoreFault = faulty((store) => ({
  series: (query) =>
    store.series({ ...query, window: { ...query.window, points: MAX_INSTANT + 1 } }),
}))

/** Knows one answer for a whole series. STORE-013 must reject it. */
export const forgetsAnswersToOccurrences: StoreFault = faulty((store) => ({
  series: (query) =>
    TE.map((rows: readonly SeriesRow[]) =>
      rows.map((row) => ({
        ...row,
        participation: { ...row.participation, occurrences: new Map() },
      })),
    )(store.series(query)),
}))

/** Lists what takes place once among the series. STORE-013 must reject it. */
export const takesSinglesForSeries: StoreFault = faulty((store) => ({
  series: (query) => async () => {
    const rows = await store.series(query)()
    const { window, ...asked } = query
    const singles = await store.singles({
      ...asked,
      window,
      time: 'Timed',
      answers: null,
      from: null,
      direction: 'Ascending',
      limit: 1,
    })()
    if (E.isLeft(rows) || E.isLeft(singles)) return rows
    const found = [...rows.right]
    for (const { uid } of singles.right) {
      const event = await store.event({ ...asked, uid })()
      if (E.isLeft(event) || event.right === null) continue
      const participation = event.right.participants.get(asked.userId)
      const { summary, overrides } = eventRow(event.right)
      if (participation !== undefined)
        found.push({ uid, participation, event: { ...summary, overrides } })
    }
    return E.right(found)
  },
}))

/** Shows a series without what was changed in it. STORE-014 must reject it. */
export const forgetsOverrides: StoreFault = faulty((store) => ({
  event: (query) => async () => {
    const event = await store.event(query)()
    return E.isLeft(event) || event.right === null
      ? event
      : E.right({ ...event.right, overrides: new Map() })
  },
}))
