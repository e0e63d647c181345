import * as E from 'fp-ts/lib/Either.js'
import { clockMsOf, startMsOf } from '../event/clock-of.js'
import type { CalendarEvent, EventTime, RecurrenceId } from '../event/index.js'
import { occurrenceTime, openSeries, shiftedRecurrenceId } from '../event/index.js'
import { occurrencesIn } from '../recurrence/index.js'
import { SECOND_MS } from '../time/index.js'

/** An event before and after a change, and when two times of an occurrence are the same. */
export interface OccurrencesCompared {
  readonly before: CalendarEvent
  readonly after: CalendarEvent
  readonly same: (a: EventTime, b: EventTime) => boolean
}

/** Occurrences by what they are called after the change, which is later or earlier where the series moved. */
export interface ChangedOccurrences {
  /** They took place, and still do, at another time. */
  readonly moved: readonly RecurrenceId[]
  /** They did not take place, and now do. */
  readonly reinstated: readonly RecurrenceId[]
}

/**
 * Which occurrences were changed on their own so that they take place at another time, or do after all.
 *
 * Looks at those that are overridden before or after; what the rule does to the others is not its question.
 */
export const changedOccurrences = ({
  before,
  after,
  same,
}: OccurrencesCompared): ChangedOccurrences => {
  const shiftSeconds = (clockMsOf(after.time) - clockMsOf(before.time)) / SECOND_MS
  const moved: RecurrenceId[] = []
  const reinstated: RecurrenceId[] = []
  for (const id of overridden(before, after, shiftSeconds)) {
    const earlier = shiftedRecurrenceId(id, -shiftSeconds)
    if (shiftSeconds === 0 && before.overrides.get(id) === after.overrides.get(id)) continue
    const [was, is] = [timeAt(before, earlier), timeAt(after, id)]
    if (is === null) continue
    if (was === null) reinstated.push(id)
    else if (!same(was, is)) moved.push(id)
  }
  return { moved, reinstated }
}

const overridden = (
  before: CalendarEvent,
  after: CalendarEvent,
  shiftSeconds: number,
): ReadonlySet<RecurrenceId> =>
  new Set([
    ...[...before.overrides.keys()].map((id) => shiftedRecurrenceId(id, shiftSeconds)),
    ...after.overrides.keys(),
  ])

/** When an occurrence takes place; null when it does not. */
const timeAt = (series: CalendarEvent, id: RecurrenceId): EventTime | null => {
  const override = series.overrides.get(id)
  if (override?.status === 'Cancelled' || !isInSet(series, id)) return null
  return override?.time ?? occurrenceTime(series.time, id)
}

const isInSet = (series: CalendarEvent, id: RecurrenceId): boolean => {
  const from = startMsOf(series.time, id)
  const found = occurrencesIn(openSeries(series), { from, to: from + 1, limit: 1 })
  return E.isRight(found) && found.right.startMs.length > 0
}
