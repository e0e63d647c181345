import type { SeriesQuery, SeriesRow, SeriesSummary, TenantId, UserId } from '@kalends/core'

/** A row of a user's series, of which versions it is, and how many bytes it had. */
export interface KnownRow {
  /** Of the participation. */
  readonly validFrom: number
  readonly eventValidFrom: number
  readonly row: SeriesRow
  readonly weight: number
}

/**
 * Versions of series that were read before, so that none is decoded twice. The same version is the same object as
 * long as it is known.
 *
 * Only what is committed may be learned: a position that is undone is taken again.
 */
export interface KnownSeries {
  /** What a query came to before. Rows as of a position never change. */
  readonly found: (query: SeriesQuery) => readonly SeriesRow[] | undefined
  readonly learnFound: (query: SeriesQuery, rows: readonly SeriesRow[]) => void
  /** By uid, whatever version was read last. */
  readonly rows: (tenantId: TenantId, userId: UserId) => ReadonlyMap<string, KnownRow> | undefined
  readonly learnRows: (tenantId: TenantId, userId: UserId, rows: readonly KnownRow[]) => void
  readonly summary: (key: string) => SeriesSummary | undefined
  readonly learnSummary: (key: string, summary: SeriesSummary, weight: number) => void
}

/** Knows nothing, and learns nothing. */
export const noSeries: KnownSeries = {
  found: () => undefined,
  learnFound: () => undefined,
  rows: () => undefined,
  learnRows: () => undefined,
  summary: () => undefined,
  learnSummary: () => undefined,
}
