import * as A from 'fp-ts/lib/Apply.js'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import type { Problem, Rejection, UserId } from '../event/index.js'
import type { Instant, Zone } from '../time/index.js'
import { MINUTE_MS, TimeZoneId, UTC, zoneOf } from '../time/index.js'
import { searchProblems } from './search-problems.js'
import { timeSearchLimits } from './time-search-limits.js'
import type { Attendee, TimeSearchRequest } from './time-search-request.js'
import type { WorkingWeek } from './working-hours.js'
import { readWorkingHours } from './working-hours.js'

/** An attendee, read. Without a `week` they work at any time. */
export interface Attending {
  readonly userId: UserId
  readonly zone: Zone
  readonly week: WorkingWeek | null
}

/** A request, read, checked, and with every default filled in. */
export interface TimeSearch {
  readonly from: Instant
  readonly to: Instant
  readonly durationMs: number
  readonly count: number
  readonly required: readonly Attending[]
  readonly optional: readonly Attending[]
  readonly minOptional: number
  readonly granularityMs: number
  readonly zone: Zone
  readonly tentative: 'Blocks' | 'Free'
}

/** Reads a request. Refuses with every problem at once; the bounds are `timeSearchLimits`. */
export const timeSearch = (request: TimeSearchRequest): E.Either<Rejection, TimeSearch> => {
  const filled = withDefaults(request)
  return pipe(
    A.sequenceS(allProblems)({
      bounded: bounded(filled),
      zone: readZone(filled.timeZone, ['timeZone']),
      required: readAttendees(filled.required, ['required']),
      optional: readAttendees(filled.optional, ['optional']),
    }),
    E.bimap(
      (problems): Rejection => ({ type: 'InvalidFields', problems }),
      ({ bounded: search, zone, required, optional }): TimeSearch => ({
        ...search,
        zone,
        required: required.map(settledIn(zone)),
        optional: optional.map(settledIn(zone)),
      }),
    ),
  )
}

const withDefaults = (request: TimeSearchRequest): Required<TimeSearchRequest> => ({
  ...request,
  optional: request.optional ?? [],
  minOptional: request.minOptional ?? 0,
  granularityMs: request.granularityMs ?? 15 * MINUTE_MS,
  timeZone: request.timeZone ?? UTC,
  tentative: request.tentative ?? 'Blocks',
})

const bounded = (filled: Required<TimeSearchRequest>): Read<Bounded> => {
  const problems = searchProblems(filled)
  if (problems.length > 0) return E.left(problems)
  const { timeZone: _, ...search } = filled
  return E.right(search)
}

type Read<T> = E.Either<readonly Problem[], T>
type Bounded = Omit<Required<TimeSearchRequest>, 'timeZone'>
type Unsettled = Omit<Attending, 'zone'> & { readonly zone: Zone | null }

const allProblems = E.getApplicativeValidation(RA.getSemigroup<Problem>())

const settledIn =
  (searched: Zone) =>
  ({ zone, ...attendee }: Unsettled): Attending => ({ ...attendee, zone: zone ?? searched })

/** Looks at no more of them than there may be. */
const readAttendees = (attendees: readonly Attendee[], path: readonly string[]) =>
  pipe(
    attendees.slice(0, timeSearchLimits.attendees),
    RA.traverseWithIndex(allProblems)((index, each: Attendee) =>
      readAttendee(each, [...path, `${index}`]),
    ),
  )

const readAttendee = (
  { userId, timeZone, workingHours }: Attendee,
  path: readonly string[],
): Read<Unsettled> =>
  A.sequenceS(allProblems)({
    userId: E.right(userId),
    zone: timeZone === undefined ? E.right(null) : readZone(timeZone, [...path, 'timeZone']),
    week:
      workingHours === undefined
        ? E.right(null)
        : readWorkingHours(workingHours, [...path, 'workingHours']),
  })

const readZone = (name: string, path: readonly string[]): Read<Zone> =>
  pipe(
    TimeZoneId.decode(name),
    E.bimap((): readonly Problem[] => [{ path, reason: 'UnknownTimeZone' }], zoneOf),
  )
