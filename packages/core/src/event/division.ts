import * as E from 'fp-ts/lib/Either.js'
import { calendars, openSet, type OpenSet, type RecurrenceRule } from '../recurrence/index.js'
import { SECOND_MS } from '../time/index.js'
import { clockMsOf, startMsOf } from './clock-of.js'
import type { EventTime } from './event-time.js'
import type { Pattern } from './print-recurrence.js'
import { type RecurrenceId, recurrenceIdOf } from './recurrence-id.js'
import type { RecurrenceRefusal } from './rejection.js'
import type { Recurring } from './series.js'
import { seriesSet } from './series-set.js'

/** A series about to be cut, by what its lines say. Seconds are those of its clock, counted as if in UTC. */
export interface Division {
  readonly time: EventTime
  readonly startSeconds: number
  /** When the first one behind the cut starts: an instant, or a midnight as if in UTC. */
  readonly cutMs: number
  readonly rule: RecurrenceRule | null
  /** What the rule alone yields; null without one. */
  readonly open: OpenSet | null
  /** Its dates, with the start where no rule yields it. */
  readonly before: Pick<Pattern, 'dates' | 'excluded'>
  readonly after: Pick<Pattern, 'dates' | 'excluded'>
}

/** Cuts a series before its occurrence `id`. What starts at one instant stays together. */
export const divisionAt = (
  { time, recurrence }: Recurring,
  id: RecurrenceId,
): E.Either<RecurrenceRefusal, Division> => {
  const parsed = seriesSet(time, recurrence ?? [])
  if (E.isLeft(parsed)) return parsed
  const { set } = parsed.right
  const [rule = null] = set.rules
  const open = rule === null ? null : openSet({ ...set, dates: [], excluded: [] }, { calendars })
  if (open !== null && E.isLeft(open)) return open
  const cutMs = startMsOf(time, id)
  const isBefore = (seconds: number) => startsAt(time, seconds) < cutMs
  const isAfter = (seconds: number) => !isBefore(seconds)
  const startSeconds = clockMsOf(time) / SECOND_MS
  const dates = rule === null ? [startSeconds, ...set.dates] : set.dates
  return E.right({
    time,
    startSeconds,
    cutMs,
    rule,
    open: open?.right ?? null,
    before: { dates: dates.filter(isBefore), excluded: set.excluded.filter(isBefore) },
    after: { dates: dates.filter(isAfter), excluded: set.excluded.filter(isAfter) },
  })
}

/** When something on the clock of `time` starts: an instant, or for all-day series the reading itself; milliseconds. */
export const startsAt = (time: EventTime, seconds: number): number =>
  startMsOf(time, recurrenceIdOf(seconds))
