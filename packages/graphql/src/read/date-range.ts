import type { Instant, Stamp, Window } from '@kalends/core'
import { overlapping, roundDown, roundUp } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { BadInput } from '../errors/bad-input.js'
import { badInput } from '../errors/bad-input.js'
import { addYears } from './add-years.js'

/** The dates, as they were sent. */
export interface DateArgs {
  readonly fromDate: Stamp
  readonly toDate?: Stamp | null | undefined
}

/** What bounds them. */
export interface DateBounds {
  readonly now: Instant
  readonly windowYearsDefault: number
  readonly horizonYears: number
}

/**
 * The events that overlap `[fromDate, toDate)`.
 *
 * Rounded so that the predicate stays exact on whole milliseconds. Refuses an empty range, and one that reaches past
 * the horizon.
 */
export const readDateRange = (
  { fromDate, toDate }: DateArgs,
  { now, windowYearsDefault, horizonYears }: DateBounds,
): E.Either<BadInput, Window> => {
  const from = roundDown(fromDate)
  const to = toDate ?? { floorMs: addYears(from, windowYearsDefault), exact: true }
  if (!isBefore(fromDate, to)) return E.left(INVALID_RANGE)
  if (roundUp(to) > addYears(now, horizonYears)) return E.left(tooDistant(horizonYears))
  return E.right({ ...overlapping(from, roundUp(to)), points: roundUp(fromDate) })
}

/** Whether one stamp is surely before another: within one millisecond only whole ones are told apart. */
const isBefore = (a: Stamp, b: Stamp): boolean =>
  a.floorMs < b.floorMs || (a.floorMs === b.floorMs && a.exact && !b.exact)

const INVALID_RANGE = badInput(
  'INVALID_DATE_RANGE',
  'Invalid date range: fromDate must be before toDate',
)

const tooDistant = (years: number): BadInput =>
  badInput('DATE_TOO_DISTANT', `The date range must end within ${years} years from now`)
