import * as A from 'fp-ts/lib/Apply.js'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import type { Problem, ProblemReason } from '../event/index.js'
import type { Weekday } from '../recurrence/index.js'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/index.js'
import { timeSearchLimits } from './time-search-limits.js'

/**
 * When someone works, by the weekday on which a stretch of work begins: `{ MO: [{ from: '09:00', to: '17:00' }] }`.
 *
 * A weekday that is left out is free of work. Ranges of one day may touch and overlap.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7953#section-3.1
 */
export type WorkingHours = Readonly<Partial<Record<Weekday, readonly LocalHours[]>>>

/**
 * Local times of day, `HH:MM`. `to` is not included; `24:00` is the midnight that ends the day. One that is
 * before `from` is of the next day: `{ from: '22:00', to: '06:00' }` is a night.
 */
export interface LocalHours {
  readonly from: string
  readonly to: string
}

/** Local readings of one day, in milliseconds from its midnight. `endMs` may lie in the next day. */
export interface LocalSpan {
  readonly startMs: number
  readonly endMs: number
}

/** The spans of each weekday, Monday first. */
export type WorkingWeek = readonly (readonly LocalSpan[])[]

/**
 * Reads working hours.
 *
 * Refuses what is not `HH:MM`, a range that ends where it begins, and more ranges on a day than
 * `timeSearchLimits` allows. All problems are told at once.
 */
export const readWorkingHours = (
  hours: WorkingHours,
  path: readonly string[],
): E.Either<readonly Problem[], WorkingWeek> =>
  pipe(
    WEEKDAYS,
    RA.traverse(allProblems)((weekday) => readDay(hours[weekday] ?? [], [...path, weekday])),
  )

const allProblems = E.getApplicativeValidation(RA.getSemigroup<Problem>())

const readDay = (ranges: readonly LocalHours[], path: readonly string[]) =>
  ranges.length > timeSearchLimits.rangesPerDay
    ? E.left<readonly Problem[]>([
        { path, reason: 'TooMany', limit: timeSearchLimits.rangesPerDay },
      ])
    : RA.traverseWithIndex(allProblems)((index, range: LocalHours) =>
        readRange(range, [...path, `${index}`]),
      )(ranges)

const readRange = (
  { from, to }: LocalHours,
  path: readonly string[],
): E.Either<readonly Problem[], LocalSpan> =>
  pipe(
    A.sequenceS(allProblems)({
      startMs: FORM.test(from) ? E.right(msOfDay(from)) : problem([...path, 'from'], 'Malformed'),
      endMs: END_FORM.test(to) ? E.right(msOfDay(to)) : problem([...path, 'to'], 'Malformed'),
    }),
    E.filterOrElse(
      ({ startMs, endMs }) => startMs !== endMs,
      (): readonly Problem[] => [{ path, reason: 'Empty' }],
    ),
    E.map(({ startMs, endMs }) => ({ startMs, endMs: endMs > startMs ? endMs : endMs + DAY_MS })),
  )

const problem = (path: readonly string[], reason: ProblemReason) =>
  E.left<readonly Problem[], number>([{ path, reason }])

const msOfDay = (time: string): number =>
  Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3)) * MINUTE_MS

const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const FORM = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const END_FORM = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/
