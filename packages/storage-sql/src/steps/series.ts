import type { SeriesQuery, SeriesRow, SeriesSummary, StoreFailure, TenantId } from '@kalends/core'
import { overridesOf, participationOf, summaryOf } from '../rows/projection-json.js'
import type { Steps } from '../sql/steps.js'
import { askOne } from '../sql/steps.js'
import { template } from '../sql/template.js'
import type { AliveSeries } from './alive-series.js'
import { aliveSeries } from './alive-series.js'
import { stillReadable } from './head.js'
import type { KnownRow, KnownSeries } from './known-series.js'

/**
 * The series of a user that are alive in a window.
 *
 * Asks which there are, and in which versions, from the indexes alone; what a version holds is asked for only
 * when it is not known. A version is the same for ever, so what is known needs no check; and so is what was found as of
 * a position, which the pages of one listing ask for again and again.
 */
export function* series(
  known: KnownSeries,
  query: SeriesQuery,
): Steps<StoreFailure, readonly SeriesRow[]> {
  const { tenantId, position } = query
  const rows = known.found(query) ?? (yield* lookFor(known, query))
  const head = yield* stillReadable(tenantId, position)
  // What is found beyond the head is not found for ever.
  if (position <= head.position) known.learnFound(query, rows)
  return rows
}

function* lookFor(
  known: KnownSeries,
  query: SeriesQuery,
): Steps<StoreFailure, readonly SeriesRow[]> {
  const { tenantId, userId } = query
  const alive = yield* aliveSeries(query)
  const before = known.rows(tenantId, userId)
  const learned: KnownRow[] = []
  const rows: SeriesRow[] = []
  for (const each of alive) {
    const found = before?.get(each.uid)
    if (found?.validFrom === each.valid_from && found.eventValidFrom === each.event_valid_from) {
      rows.push(found.row)
      continue
    }
    const fetched = yield* fetchRow(known, query, each)
    if (fetched === null) continue
    learned.push(fetched)
    rows.push(fetched.row)
  }
  known.learnRows(tenantId, userId, learned)
  return rows
}

function* fetchRow(
  known: KnownSeries,
  { tenantId, userId }: SeriesQuery,
  { uid, valid_from: validFrom, event_valid_from: eventValidFrom }: AliveSeries,
): Steps<never, KnownRow | null> {
  if (eventValidFrom === null) return null
  const event = yield* fetchSummary(known, { tenantId, uid, validFrom: eventValidFrom })
  const part = yield* askOne(participationVersion, { tenantId, uid, userId, validFrom })
  if (event === null || part === null) return null
  const weight = (part.answer?.length ?? 0) + (part.occurrences?.length ?? 0)
  const row = { uid, participation: participationOf(part), event }
  return { validFrom, eventValidFrom, row, weight }
}

/** One version of the rows of an event. */
interface Version {
  readonly tenantId: TenantId
  readonly uid: string
  readonly validFrom: number
}

/** What one version of a series holds; null when it was pruned. */
export function* fetchSummary(
  known: KnownSeries,
  version: Version,
): Steps<never, SeriesSummary | null> {
  const key = JSON.stringify([version.tenantId, version.uid, version.validFrom])
  const found = known.summary(key)
  if (found !== undefined) return found
  const row = yield* askOne(eventVersion, version)
  if (row === null) return null
  const summary = { ...summaryOf(row.summary), overrides: overridesOf(row.overrides) }
  known.learnSummary(key, summary, row.summary.length + (row.overrides?.length ?? 0))
  return summary
}

const eventVersion = template((db, p: Version) =>
  db
    .selectFrom('kalends_event')
    .select(['summary', 'overrides'])
    .where('tenant_id', '=', p.tenantId)
    .where('uid', '=', p.uid)
    .where('valid_from', '=', p.validFrom),
)

const participationVersion = template((db, p: Version & { readonly userId: string }) =>
  db
    .selectFrom('kalends_participation')
    .select(['user_id', 'status', 'answer', 'occurrences'])
    .where('tenant_id', '=', p.tenantId)
    .where('uid', '=', p.uid)
    .where('recurrence_id', '=', '')
    .where('user_id', '=', p.userId)
    .where('valid_from', '=', p.validFrom),
)
