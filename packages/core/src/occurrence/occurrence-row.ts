import type { RecurrenceId } from '../event/index.js'
import type { Occurrence } from './occurrence.js'
import type { SeriesSummary } from './rows.js'
import { type ListedSeries, statusAt, timeAt, type Walked } from './series-walk.js'
import { recurrenceIdOf } from '../event/index.js'

/** What lists show of an occurrence that was walked to. */
export const occurrenceRow = (
  { uid, participation, event }: ListedSeries,
  { start, end, localSeconds }: Walked,
): Occurrence & { readonly recurrenceId: RecurrenceId } => {
  const recurrenceId = recurrenceIdOf(localSeconds)
  return {
    uid,
    recurrenceId,
    seriesTime: event.time,
    start,
    end,
    status: statusAt(participation, recurrenceId),
    event: summaryAt(event, recurrenceId),
  }
}

const summaryAt = (series: SeriesSummary, id: RecurrenceId): Occurrence['event'] => {
  const { overrides, ...summary } = series
  const { title, location, status, body, source } = overrides.get(id) ?? {}
  return {
    ...summary,
    recurrence: null,
    time: timeAt(series, id),
    title: title ?? summary.title,
    language: body === undefined ? summary.language : null,
    location: location === undefined ? summary.location : location,
    source: source ?? summary.source,
    status: summary.status === 'Cancelled' ? 'Cancelled' : (status ?? summary.status),
  }
}
