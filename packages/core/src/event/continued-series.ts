import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { occurrencesIn, type OpenSet, type RecurrenceRule } from '../recurrence/index.js'
import { SECOND_MS } from '../time/index.js'
import type { Recurrence } from './calendar-event.js'
import { clockMsOf } from './clock-of.js'
import { type Division, divisionAt, startsAt } from './division.js'
import type { EventTime } from './event-time.js'
import { printRecurrence } from './print-recurrence.js'
import { type RecurrenceId, recurrenceIdOf } from './recurrence-id.js'
import type { RecurrenceRefusal } from './rejection.js'
import { occurrenceTime, type Recurring } from './series.js'

/**
 * The series that goes on from the occurrence `id` of another: what took place from there on still does.
 *
 * It starts where its rule first yields a time that the clock shows; what comes earlier stays as dates of its own.
 * COUNT goes down by what the rule had yielded before. Refuses a rule of which the clock shows nothing any more.
 */
export const continuedSeries = (
  series: Recurring,
  id: RecurrenceId,
): E.Either<RecurrenceRefusal, { readonly time: EventTime; readonly recurrence: Recurrence }> =>
  pipe(
    divisionAt(series, id),
    E.bindTo('division'),
    E.bind('rest', ({ division }) => restOf(division)),
    E.map(({ division: { time, after }, rest }) => {
      const dates = [...rest.early, ...after.dates]
      const start = rest.start ?? firstShown(time, dates)
      return {
        time: occurrenceTime(time, recurrenceIdOf(start)),
        recurrence: printRecurrence({ ...after, rule: rest.rule, dates }, time),
      }
    }),
  )

/** What a rule has left behind a cut: from `start` on as a rule, before it as dates. */
interface Rest {
  readonly rule: RecurrenceRule | null
  readonly start: number | null
  readonly early: readonly number[]
}

const restOf = ({ time, rule, open, cutMs }: Division): E.Either<RecurrenceRefusal, Rest> => {
  if (rule === null || open === null) return E.right({ rule: null, start: null, early: [] })
  const found = occurrencesIn(open, { from: cutMs, limit: FAR })
  if (E.isLeft(found)) return found
  const seconds = found.right.localSeconds
  const index = seconds.findIndex((each) => isShown(time, each))
  const start = seconds[index]
  if (start === undefined) {
    return seconds.length === FAR
      ? E.left({ type: 'StartOffRule' })
      : E.right({ rule: null, start: null, early: seconds })
  }
  const earlier = rule.count === null ? E.right(0) : countBefore(open, start)
  return pipe(
    earlier,
    E.map((passed) => ({
      rule: { ...rule, count: rule.count === null ? null : rule.count - passed },
      start,
      early: seconds.slice(0, index),
    })),
  )
}

/** So far a rule is looked through for a time that the clock shows. */
const FAR = 500

const isShown = (time: EventTime, seconds: number): boolean =>
  clockMsOf(occurrenceTime(time, recurrenceIdOf(seconds))) === seconds * SECOND_MS

/** The first that the clock shows; if it shows none, when the first of all takes place. */
const firstShown = (time: EventTime, dates: readonly number[]): number => {
  const sorted = dates.toSorted((a, b) => startsAt(time, a) - startsAt(time, b))
  const shown = sorted.find((each) => isShown(time, each))
  if (shown !== undefined) return shown
  return clockMsOf(occurrenceTime(time, recurrenceIdOf(sorted[0] ?? 0))) / SECOND_MS
}

/** How many readings a rule with COUNT yields before one; two of one instant are two. */
const countBefore = ({ source }: OpenSet, seconds: number): E.Either<RecurrenceRefusal, number> => {
  const found = { seconds: new Float64Array(CHUNK), count: 0 }
  const budget = { periodsLeft: MAX_PERIODS }
  let from = -Infinity
  let count = 0
  do {
    found.count = 0
    source.forward({ from, to: seconds }, found, budget)
    count += found.count
    from = (found.seconds[found.count - 1] ?? seconds) + 1
  } while (found.count === CHUNK && budget.periodsLeft >= 0)
  return budget.periodsLeft < 0
    ? E.left({ type: 'BudgetExceeded', periods: MAX_PERIODS })
    : E.right(count)
}

const CHUNK = 1024
const MAX_PERIODS = 100_000
