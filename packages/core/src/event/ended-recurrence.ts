import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { occurrencesIn, type RecurrenceRule, type Until } from '../recurrence/index.js'
import { DAY_MS, SECOND_MS } from '../time/index.js'
import type { Recurrence } from './calendar-event.js'
import { type Division, divisionAt, startsAt } from './division.js'
import { printRecurrence } from './print-recurrence.js'
import type { RecurrenceId } from './recurrence-id.js'
import type { RecurrenceRefusal } from './rejection.js'
import type { Recurring } from './series.js'

/**
 * The recurrence of a series that ends before its occurrence `id`, which must not be its first.
 *
 * Its rule goes up to the second before, or the day before where it is all-day; dates from there on are left out.
 */
export const endedRecurrence = (
  series: Recurring,
  id: RecurrenceId,
): E.Either<RecurrenceRefusal, Recurrence> =>
  pipe(
    divisionAt(series, id),
    E.map((division) => {
      const { time, startSeconds, before, cutMs } = division
      const rule = endedRule(division)
      if (rule !== null) return printRecurrence({ rule, ...before }, time)
      // Without a rule the start is an occurrence, unless it is excluded.
      const starts = startsAt(time, startSeconds) < cutMs
      const dates = before.dates.length === 0 ? [startSeconds] : before.dates
      const excluded = starts ? before.excluded : [...before.excluded, startSeconds]
      return printRecurrence({ rule, dates, excluded }, time)
    }),
  )

/** Null when nothing of it comes before the cut. A rule that ends by itself stays as it is. */
const endedRule = ({ rule, open, cutMs, time, startSeconds }: Division): RecurrenceRule | null => {
  if (rule === null || open === null || startsAt(time, startSeconds) >= cutMs) return null
  const rest = occurrencesIn(open, { from: cutMs, limit: 1 })
  if (E.isRight(rest) && rest.right.startMs.length === 0) return rule
  const until: Until =
    time.type === 'AllDay'
      ? { type: 'Date', day: cutMs / DAY_MS - 1 }
      : { type: 'Utc', epochSeconds: cutMs / SECOND_MS - 1 }
  return { ...rule, count: null, until }
}
