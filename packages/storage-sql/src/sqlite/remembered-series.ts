import type { SeriesQuery, SeriesRow, SeriesSummary } from '@kalends/core'
import type { KnownRow, KnownSeries } from '../steps/known-series.js'
import { recentlyUsed } from './recently-used.js'

/** Known series that are forgotten when they were not used lately, and can all be. */
export interface RememberedSeries extends KnownSeries {
  readonly forget: () => void
}

/** What an entry takes beside its texts: its objects, and for an event its recurrence set once it is opened. */
const ROW_BYTES = 300
const SUMMARY_BYTES = 4000
const FOUND_BYTES = 8

interface RowsOfUser {
  readonly rows: Map<string, KnownRow>
  readonly weight: number
}

/** Remembers series up to `bytes`: half for what they are, a quarter for what users said to them, and for what was found. */
export const rememberedSeries = (bytes: number): RememberedSeries => {
  const summaries = recentlyUsed<SeriesSummary>(bytes / 2)
  const users = recentlyUsed<RowsOfUser>(bytes / 4)
  const found = recentlyUsed<readonly SeriesRow[]>(bytes / 4)
  return {
    found: (query) => found.get(queryKey(query)),
    learnFound: (query, rows) => {
      found.keep(queryKey(query), rows, FOUND_BYTES * rows.length + ROW_BYTES)
    },
    rows: (tenantId, userId) => users.get(userKey(tenantId, userId))?.rows,
    learnRows: (tenantId, userId, learned) => {
      if (learned.length === 0) return
      const key = userKey(tenantId, userId)
      const { rows, weight } = users.get(key) ?? { rows: new Map<string, KnownRow>(), weight: 0 }
      const grown = learned.reduce((sum, row) => sum + put(rows, row), weight)
      users.keep(key, { rows, weight: grown }, grown)
    },
    summary: summaries.get,
    learnSummary: (key, summary, weight) => {
      summaries.keep(key, summary, weight + SUMMARY_BYTES)
    },
    forget: () => {
      summaries.forget()
      users.forget()
      found.forget()
    },
  }
}

/** By how much the rows are heavier then. */
const put = (rows: Map<string, KnownRow>, row: KnownRow): number => {
  const earlier = weightOf(rows.get(row.row.uid))
  rows.set(row.row.uid, row)
  return weightOf(row) - earlier
}

const weightOf = (row: KnownRow | undefined): number =>
  row === undefined ? 0 : row.weight + ROW_BYTES

const queryKey = ({ tenantId, userId, position, listing, window }: SeriesQuery): string => {
  const { startFrom, startTo, endFrom, endTo, points } = window
  const bounds = [startFrom, startTo, endFrom, endTo, points]
  return JSON.stringify([tenantId, userId, position, listing, bounds])
}

const userKey = (tenantId: string, userId: string): string => JSON.stringify([tenantId, userId])
