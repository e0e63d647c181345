import type { Problem, UserId } from '../event/index.js'
import { DAY_MS, MAX_INSTANT, MIN_INSTANT } from '../time/index.js'
import { timeSearchLimits } from './time-search-limits.js'
import type { Attendee, TimeSearchRequest } from './time-search-request.js'

/** What is out of bounds in a search, all of it. `limit` is the bound that was passed. */
export const searchProblems = (searched: Filled): readonly Problem[] => {
  const { windowMs, granularityMs, count } = timeSearchLimits
  const { from, to } = searched
  // A window that begins nowhere is one problem, not two.
  const latest = Number.isSafeInteger(from) ? Math.min(from + windowMs, MAX_INSTANT) : MAX_INSTANT
  const earliest = Number.isSafeInteger(from) ? from + 1 : MIN_INSTANT
  return [
    ...outside('from', from, [MIN_INSTANT, MAX_INSTANT - 1]),
    ...outside('to', to, [earliest, latest]),
    ...outside('durationMs', searched.durationMs, [1, windowMs]),
    ...outside('granularityMs', searched.granularityMs, [granularityMs, DAY_MS]),
    ...outside('count', searched.count, [1, count]),
    ...outside('minOptional', searched.minOptional, [0, searched.optional.length]),
    ...attendeeProblems(searched),
  ]
}

/** Both bounds are included. What is no whole number passed none of them. */
const outside = (
  field: string,
  value: number,
  [least, most]: readonly [number, number],
): readonly Problem[] => {
  const path = [field]
  if (!Number.isSafeInteger(value)) return [{ path, reason: 'OutOfRange' }]
  if (value < least) return [{ path, reason: 'OutOfRange', limit: least }]
  return value > most ? [{ path, reason: 'OutOfRange', limit: most }] : []
}

const attendeeProblems = ({ required, optional }: Filled): readonly Problem[] => {
  const limit = timeSearchLimits.attendees
  if (required.length > limit) return [{ path: ['required'], reason: 'TooMany', limit }]
  if (required.length + optional.length > limit)
    return [{ path: ['optional'], reason: 'TooMany', limit: limit - required.length }]
  const seen = new Set<UserId>()
  return [...listed('required', required), ...listed('optional', optional)].flatMap(
    ({ path, userId }): readonly Problem[] => {
      if (seen.has(userId)) return [{ path, reason: 'TooMany', limit: 1 }]
      seen.add(userId)
      return []
    },
  )
}

const listed = (field: string, attendees: readonly Attendee[]) =>
  attendees.map(({ userId }, index) => ({ path: [field, `${index}`, 'userId'], userId }))

type Filled = Required<TimeSearchRequest>
