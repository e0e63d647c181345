import * as E from 'fp-ts/lib/Either.js'
import type { EventTime, Override, Participation, ParticipationStatus } from '../event/index.js'
import {
  lastingMsOf,
  occurrenceTime,
  openSeries,
  type RecurrenceId,
  recurrenceIdOf,
  secondsOfRecurrenceId,
} from '../event/index.js'
import { occurrencesIn, type WalkDirection } from '../recurrence/index.js'
import type { ClosedWindow, Instant, Zone } from '../time/index.js'
import { DAY_MS, dayStartOf, holds } from '../time/index.js'
import { boundsIn } from './occurrence.js'
import type { SeriesSummary } from './rows.js'

/** A series as one viewer's list has it. */
export interface ListedSeries {
  readonly uid: string
  readonly participation: Participation
  readonly event: SeriesSummary
}

/** Which occurrences of a series are walked, and how: those that are in `window`, all-day ones as `zone` has them. */
export interface SeriesWalk {
  readonly window: ClosedWindow
  readonly zone: Zone
  readonly direction: WalkDirection
  /** Those whose viewer's answer is among them; null for all. */
  readonly answers: readonly ParticipationStatus[] | null
  /** Those that take place, those that were cancelled alone, or all. */
  readonly which: 'Standing' | 'Cancelled' | 'All'
}

/** An occurrence that was walked to. `localSeconds` says which; the rest of it is told by `occurrenceRow`. */
export interface Walked {
  readonly start: Instant
  readonly end: Instant
  readonly localSeconds: number
}

/** The next occurrence in the walk's direction, by start and then by id; null at the end. */
export type Walker = () => Walked | null | 'TooCostly'

/**
 * Walks through the occurrences of a series, one at a time, changed ones where they went.
 *
 * Looks at no occurrence before it is asked for it. Where the viewer's answer to the series is not asked for, only
 * those answered on their own are looked at, so a walk for ever ends. `TooCostly` when the recurrence set yields nothing
 * for too long.
 */
export const walkSeries = (series: ListedSeries, walk: SeriesWalk): Walker => {
  const { answers, which } = walk
  const { participation, event } = series
  if (which === 'Cancelled') {
    return listed(idsWhere(event.overrides, isCancelled), series, walk)
  }
  if (answers !== null && !answers.includes(participation.status)) {
    return listed([...participation.occurrences.keys()], series, walk)
  }
  const moved = listed(movedIn(event), series, walk)
  const walker = merged(unmoved(series, walk), moved, walk.direction)
  return participation.occurrences.size === 0 ? walker : answered(walker, series, walk)
}

/** The viewer's own answer to an occurrence: its own if it has one, else that to the series. */
export const statusAt = (
  { status, occurrences }: Participation,
  id: RecurrenceId,
): ParticipationStatus => occurrences.get(id)?.status ?? status

/** When an occurrence takes place, changed or not. */
export const timeAt = ({ time, overrides }: SeriesSummary, id: RecurrenceId): EventTime =>
  overrides.get(id)?.time ?? occurrenceTime(time, id)

const isCancelled = (override: Override | undefined): boolean => override?.status === 'Cancelled'

const idsWhere = (
  overrides: SeriesSummary['overrides'],
  isWanted: (override: Override) => boolean,
): readonly RecurrenceId[] =>
  [...overrides].flatMap(([id, override]) => (isWanted(override) ? [id] : []))

const movedIn = (event: SeriesSummary): readonly RecurrenceId[] => {
  if (event.overrides.size === 0) return NONE
  const kept = movedOf.get(event.overrides)
  if (kept !== undefined) return kept
  const ids = idsWhere(event.overrides, ({ time }) => time !== undefined)
  movedOf.set(event.overrides, ids)
  return ids
}

const NONE: readonly RecurrenceId[] = []
const movedOf = new WeakMap<SeriesSummary['overrides'], readonly RecurrenceId[]>()

/** Some occurrences, by their ids: those of them that belong to the walk, in its order. */
const listed = (ids: readonly RecurrenceId[], series: ListedSeries, walk: SeriesWalk): Walker => {
  if (ids.length === 0) return nowhere
  const found = ids.flatMap((id): readonly Walked[] => {
    if (!belongs(id, series, walk)) return []
    const { start, end } = boundsIn(timeAt(series.event, id), walk.zone)
    return holds(walk.window, start, end)
      ? [{ start, end, localSeconds: secondsOfRecurrenceId(id) }]
      : []
  })
  const inOrder = found.sort((a, b) => compareWalked(a, b, walk.direction))
  let next = 0
  return () => inOrder[next++] ?? null
}

const nowhere: Walker = () => null

const belongs = (
  id: RecurrenceId,
  { participation, event }: ListedSeries,
  { answers, which }: SeriesWalk,
): boolean => {
  const cancelled = isCancelled(event.overrides.get(id))
  if (which !== 'All' && cancelled !== (which === 'Cancelled')) return false
  return answers === null || answers.includes(statusAt(participation, id))
}

/** What the recurrence set has, less what was moved. */
const unmoved = ({ event }: ListedSeries, walk: SeriesWalk): Walker => {
  const { direction, window, zone } = walk
  const open = openSeries(event)
  const lastingMs = lastingMsOf(event.time)
  const isTimed = event.time.type === 'Timed'
  let from = firstStart(event.time, window, lastingMs)
  let to = lastStart(event.time, window, lastingMs) + 1
  return () => {
    while (from < to) {
      const found = occurrencesIn(open, { from, to, limit: 1, direction })
      if (E.isLeft(found)) return 'TooCostly'
      const startMs = found.right.startMs[0]
      const localSeconds = found.right.localSeconds[0]
      if (startMs === undefined || localSeconds === undefined) return null
      if (direction === 'forward') from = startMs + 1
      else to = startMs
      if (event.overrides.size > 0 && isElsewhere(event, localSeconds, walk)) continue
      const start = isTimed ? startMs : dayStartOf(zone, startMs)
      const end = isTimed ? startMs + lastingMs : dayStartOf(zone, startMs + lastingMs)
      if (holds(window, start, end)) return { start, end, localSeconds }
    }
    return null
  }
}

const isElsewhere = (
  { overrides }: SeriesSummary,
  localSeconds: number,
  { which }: SeriesWalk,
): boolean => {
  const override = overrides.get(recurrenceIdOf(localSeconds))
  return override?.time !== undefined || (which === 'Standing' && isCancelled(override))
}

/** Where the first that may be in the window starts in the recurrence set; dates a little before, for any zone. */
const firstStart = (
  { type }: EventTime,
  { startFrom, endFrom, points }: ClosedWindow,
  lastingMs: number,
): number => {
  const ending = lastingMs === 0 ? Math.min(endFrom, points) : endFrom - lastingMs
  return type === 'Timed'
    ? Math.max(startFrom, ending)
    : Math.max(startFrom, Math.min(ending, points)) - DATES_MARGIN_MS
}

/** Where the last that may be in the window starts; dates a little after. */
const lastStart = (
  { type }: EventTime,
  { startTo, endTo }: ClosedWindow,
  lastingMs: number,
): number => Math.min(startTo, endTo - lastingMs) + (type === 'Timed' ? 0 : DATES_MARGIN_MS)

const DATES_MARGIN_MS = 2 * DAY_MS

const merged = (a: Walker, b: Walker, direction: WalkDirection): Walker => {
  if (b === nowhere) return a
  let fromA: ReturnType<Walker> | undefined
  let fromB: ReturnType<Walker> | undefined
  return () => {
    fromA ??= fromA === null ? null : a()
    fromB ??= fromB === null ? null : b()
    if (fromA === 'TooCostly' || fromB === 'TooCostly') return 'TooCostly'
    const takesA = fromB === null || (fromA !== null && compareWalked(fromA, fromB, direction) < 0)
    const taken = takesA ? fromA : fromB
    if (taken === null) return null
    if (takesA) fromA = undefined
    else fromB = undefined
    return taken
  }
}

/** Less those whose own answer is not asked for. */
const answered =
  (walker: Walker, series: ListedSeries, walk: SeriesWalk): Walker =>
  () => {
    for (;;) {
      const walked = walker()
      if (walked === null || walked === 'TooCostly') return walked
      if (belongs(recurrenceIdOf(walked.localSeconds), series, walk)) return walked
    }
  }

/** By start, then by id, in the walk's direction. */
export const compareWalked = (a: Walked, b: Walked, direction: WalkDirection): number => {
  const ascending = a.start - b.start || a.localSeconds - b.localSeconds
  return direction === 'forward' ? ascending : -ascending
}
