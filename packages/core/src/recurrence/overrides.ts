import type { Either } from 'fp-ts/lib/Either.js'
import { DAY_MS, SECOND_MS } from '../time/units.js'
import { type Zone, zoneOf } from '../time/zone.js'
import type { StartWindow } from './search.js'
import { right } from './either.js'
import { excludedReadings } from './excluded-readings.js'
import type { CalendarDuration } from './icalendar-text/duration.js'
import type { ParsedPeriod } from './icalendar-text/period.js'
import { DEFAULT_BUDGET, type WorkLimit } from './occurrences.js'
import { occurrencesIn } from './occurrences-in.js'
import type { OpenSet } from './open-set.js'
import type { RecurrenceStart } from './recurrence-set.js'
import type { RecurrenceRejection } from './rejection.js'
import { secondsOfStart } from './seconds-of-start.js'

/**
 * An occurrence that was changed, alone or with all that follow it: a component with RECURRENCE-ID.
 *
 * `recurrenceId` is when it would start unchanged, in local seconds of its series. With `ThisAndFuture` those that
 * follow are moved by as much on the clock, and last as long.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.4.4
 */
export interface ChangedOccurrence {
  readonly recurrenceId: number
  readonly range: 'This' | 'ThisAndFuture'
  readonly start: RecurrenceStart
  readonly duration: CalendarDuration
}

/** A recurrence set with lengths, and what was changed in it. `periods` are the dates with a length of their own. */
export interface Series {
  readonly open: OpenSet
  readonly duration: CalendarDuration
  readonly periods: readonly ParsedPeriod[]
  readonly changes: readonly ChangedOccurrence[]
}

/**
 * An occurrence of a series. `change` is what it was changed by; null when it is as the series has it.
 *
 * `startMs` and `endMs` are instants, or for dates and floating times local time in milliseconds as if in UTC.
 */
export interface SeriesOccurrence {
  readonly recurrenceId: number
  readonly startMs: number
  readonly endMs: number
  readonly change: ChangedOccurrence | null
}

/**
 * The occurrences of a series that overlap a window, by their starts: changed ones where they went, not where they
 * were. One without length belongs where it starts.
 *
 * A change stands also where the set does not have, or excludes, what it changed. Of two of one occurrence the
 * latter counts. Days of a duration are counted on the clock, its seconds exactly. Refuses with
 * `BudgetExceeded`.
 */
export const occurrencesOfSeries = (
  series: Series,
  { from, to, budget = DEFAULT_BUDGET }: StartWindow & WorkLimit,
): Either<RecurrenceRejection, readonly SeriesOccurrence[]> => {
  const changes = latestOfEach(series.changes)
  const isChanged = changedReadings(series.open.zone, changes)
  const overlaps = ({ startMs, endMs }: SeriesOccurrence) =>
    startMs < to && (endMs > from || startMs >= from)
  const found = changes.map(changed).filter(overlaps)
  for (const stretch of stretchesOf(series, changes)) {
    const unchanged = occurrencesIn(series.open, { ...candidates(stretch, { from, to }), budget })
    if (unchanged._tag === 'Left') return unchanged
    unchanged.right.localSeconds.forEach((recurrenceId, i) => {
      if (isChanged.has(recurrenceId) || !isWithin(stretch, recurrenceId)) return
      const startMs = unchanged.right.startMs[i] ?? 0
      const occurrence = placed(stretch, { recurrenceId, startMs })
      if (overlaps(occurrence)) found.push(occurrence)
    })
  }
  return right(found.sort((a, b) => a.startMs - b.startMs || a.recurrenceId - b.recurrenceId))
}

/** Where one change to this and the future holds, in readings; the first stretch has none. */
interface Stretch {
  readonly series: Series
  readonly from: number
  readonly to: number
  readonly change: ChangedOccurrence | null
}

const stretchesOf = (series: Series, changes: readonly ChangedOccurrence[]): readonly Stretch[] => {
  const cuts = changes
    .filter(({ range }) => range === 'ThisAndFuture')
    .sort((a, b) => a.recurrenceId - b.recurrenceId)
  return [null, ...cuts].map((change, i) => ({
    series,
    change,
    from: change?.recurrenceId ?? -Infinity,
    to: cuts[i]?.recurrenceId ?? Infinity,
  }))
}

const isWithin = ({ from, to }: Stretch, recurrenceId: number): boolean =>
  recurrenceId >= from && recurrenceId < to

/** Where those of a stretch that overlap a window started unchanged: a window that is wide enough. */
const candidates = (stretch: Stretch, { from, to }: StartWindow): StartWindow => {
  const { zone } = stretch.series.open
  const shiftMs = shiftOf(stretch.change) * SECOND_MS
  const msOf = (reading: number) => instantOf(zone, reading * SECOND_MS)
  const fromMs = from - shiftMs - longestMs(stretch) - MARGIN_MS
  const toMs = to - shiftMs + MARGIN_MS
  return {
    from: Math.max(fromMs, stretch.from === -Infinity ? -Infinity : msOf(stretch.from) - MARGIN_MS),
    to: Math.min(toMs, stretch.to === Infinity ? Infinity : msOf(stretch.to) + MARGIN_MS),
  }
}

const longestMs = ({ series, change }: Stretch): number =>
  [series.duration, ...series.periods.map((period) => period.duration), change?.duration].reduce(
    (most, duration) =>
      Math.max(most, (duration?.days ?? 0) * DAY_MS + (duration?.seconds ?? 0) * SECOND_MS),
    0,
  )

const shiftOf = (change: ChangedOccurrence | null): number =>
  change === null ? 0 : secondsOfStart(change.start) - change.recurrenceId

const placed = (
  { series, change }: Stretch,
  { recurrenceId, startMs }: { readonly recurrenceId: number; readonly startMs: number },
): SeriesOccurrence => {
  if (change !== null) {
    return startingAt({ recurrenceId, change }, recurrenceId + shiftOf(change))
  }
  const period = series.periods.find(({ localSeconds }) => localSeconds === recurrenceId)
  const duration = period?.duration ?? series.duration
  return { recurrenceId, startMs, endMs: endOf(series.open.zone, startMs, duration), change }
}

const changed = (change: ChangedOccurrence): SeriesOccurrence =>
  startingAt({ recurrenceId: change.recurrenceId, change }, secondsOfStart(change.start))

const startingAt = (
  { recurrenceId, change }: { readonly recurrenceId: number; readonly change: ChangedOccurrence },
  reading: number,
): SeriesOccurrence => {
  const zone = change.start.type === 'Zoned' ? zoneOf(change.start.timeZone) : null
  const startMs = instantOf(zone, reading * SECOND_MS)
  return { recurrenceId, startMs, endMs: endOf(zone, startMs, change.duration), change }
}

const endOf = (zone: Zone | null, startMs: number, { days, seconds }: CalendarDuration): number => {
  const localMs = zone === null ? startMs : zone.localMsOf(startMs)
  const lastDayMs = days === 0 ? startMs : instantOf(zone, localMs + days * DAY_MS)
  return lastDayMs + seconds * SECOND_MS
}

const instantOf = (zone: Zone | null, localMs: number): number =>
  zone === null ? localMs : zone.instantOf(localMs)

const latestOfEach = (changes: readonly ChangedOccurrence[]): readonly ChangedOccurrence[] => [
  ...new Map(changes.map((change) => [change.recurrenceId, change])).values(),
]

const changedReadings = (
  zone: Zone | null,
  changes: readonly ChangedOccurrence[],
): ReadonlySet<number> =>
  new Set(
    excludedReadings(
      zone,
      changes.map(({ recurrenceId }) => recurrenceId),
    ),
  )

/** More than the clocks of two zones, and a gap, make a difference. */
const MARGIN_MS = 4 * DAY_MS
