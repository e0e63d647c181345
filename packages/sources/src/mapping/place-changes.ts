import type {
  EventTime,
  ImportedFields,
  ImportedOccurrence,
  ImportSource,
  RecurrenceId,
} from '@kalends/core'
import {
  DAY_MS,
  daysOfLocalDate,
  defaultLimits,
  occurrenceTime,
  recurrenceIdOf,
  secondsOfRecurrenceId,
} from '@kalends/core'
import { type Meant, occurrenceFinder } from '../recurrence/find-occurrence.js'
import { followingOf } from '../recurrence/following-of.js'
import { periodTime } from '../recurrence/period-time.js'
import type { Plan } from '../recurrence/plan-of.js'
import { shiftedLike } from '../recurrence/shifted-like.js'
import type { Draft } from './draft.js'
import type { Refused } from './imported.js'
import { isNewer } from './is-newer.js'
import type { Change } from './sketch.js'

/** A series under way: what it is, and how it repeats. */
export interface PlannedSeries extends Plan, ImportedFields {
  readonly source: ImportSource
}

/** A series with its changes in place. */
export interface PlacedChanges {
  readonly plan: Plan
  readonly occurrences: readonly ImportedOccurrence[]
  readonly refused: readonly Refused[]
}

/**
 * Finds for each change its occurrence. One that the series does not have, or excludes, takes place nevertheless, so its date is
 * added; one that is cancelled and not there needs nothing. A change to what follows is made to each, when the series ends.
 */
export const placeChanges = (series: PlannedSeries, changes: readonly Change[]): PlacedChanges => {
  const placing = newPlacing(series)
  for (const change of rangesFirst(changes)) place(placing, change)
  const occurrences = [...placing.occurrences.values()].toSorted(byId)
  return {
    plan: withDates(series, placing.added),
    occurrences: occurrences.slice(0, defaultLimits.overrides),
    refused: [...placing.refused, ...occurrences.slice(defaultLimits.overrides).map(tooMany)],
  }
}

type Placing = Draft<{
  readonly series: PlannedSeries
  readonly find: (at: Change['at']) => Meant
  readonly occurrences: Map<RecurrenceId, ImportedOccurrence>
  readonly added: readonly number[]
  readonly refused: readonly Refused[]
  /** Those that were changed on their own, which no other change is silently to replace. */
  readonly own: Set<RecurrenceId>
}>

const newPlacing = (series: PlannedSeries): Placing => ({
  series,
  find: occurrenceFinder(series.time, series.pattern),
  occurrences: new Map(
    series.periods.map(({ localSeconds, duration }) => {
      const id = recurrenceIdOf(localSeconds)
      return [id, occurrenceOf(series, id, periodTime(occurrenceTime(series.time, id), duration))]
    }),
  ),
  added: [],
  refused: [],
  own: new Set(),
})

const occurrenceOf = (
  { title, status, location, body, source }: PlannedSeries,
  recurrenceId: RecurrenceId,
  time: EventTime,
): ImportedOccurrence => ({ recurrenceId, title, status, time, location, body, source })

/** What changes all that follow comes first and in order, so that what is changed later, or on its own, stands. */
const rangesFirst = (changes: readonly Change[]): readonly Change[] => [
  ...changes
    .filter(({ range }) => range === 'ThisAndFuture')
    .toSorted((a, b) => msOf(a.at) - msOf(b.at)),
  ...changes.filter(({ range }) => range === 'This'),
]

const msOf = (at: Change['at']): number =>
  at.type === 'Instant' ? at.ms : daysOfLocalDate(at.date) * DAY_MS

const place = (placing: Placing, change: Change): void => {
  const { series, occurrences, own } = placing
  const { id, isThere } = placing.find(change.at)
  if (!isThere && change.fields === null) return
  const known = occurrences.get(id)
  if (known !== undefined && own.has(id)) {
    const stands = isNewer(change.source, known.source)
    const older = stands ? known.source.providerId : change.id
    placing.refused.push({ id: older, reason: 'Superseded', field: null })
    if (!stands) return
  }
  if (!isThere && !own.has(id)) placing.added.push(secondsOfRecurrenceId(id))
  const fields = change.fields ?? {
    ...series,
    status: 'Cancelled',
    time: occurrenceTime(series.time, id),
  }
  const { title, status, time, location, body } = fields
  const occurrence = {
    recurrenceId: id,
    title,
    status,
    time,
    location,
    body,
    source: change.source,
  }
  occurrences.set(id, occurrence)
  own.add(id)
  if (change.range === 'ThisAndFuture') placeFollowing(placing, change, occurrence)
}

const placeFollowing = (placing: Placing, change: Change, first: ImportedOccurrence): void => {
  const { series, occurrences } = placing
  const ids = followingOf(series, first.recurrenceId)
  if (ids === null) {
    placing.refused.push({ id: change.id, reason: 'Unsupported', field: 'RANGE' })
    return
  }
  for (const recurrenceId of ids) {
    const unchanged = occurrenceTime(series.time, recurrenceId)
    const before = occurrenceTime(series.time, first.recurrenceId)
    const time = shiftedLike({ before, after: first.time }, unchanged)
    occurrences.set(recurrenceId, { ...first, recurrenceId, time })
  }
}

const withDates = (plan: Plan, added: readonly number[]): Plan => {
  const { pattern } = plan
  if (added.length === 0) return plan
  return {
    ...plan,
    pattern: {
      ...pattern,
      dates: [...pattern.dates, ...added],
      excluded: pattern.excluded.filter((date) => !added.includes(date)),
    },
  }
}

const byId = (a: ImportedOccurrence, b: ImportedOccurrence): number =>
  a.recurrenceId < b.recurrenceId ? -1 : 1

const tooMany = ({ source, recurrenceId }: ImportedOccurrence): Refused => ({
  id: source.providerId,
  reason: 'TooMany',
  field: recurrenceId,
})
