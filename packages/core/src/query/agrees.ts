import type { Bound, Window } from '../time/index.js'
import type { Filter } from './query.js'

/**
 * Whether what a caller sends beside a cursor says the same as the cursor's own filter.
 *
 * Only what is sent is compared, bound by bound. The direction is not: the cursor's wins.
 */
export const agrees = (sent: Partial<Filter>, carried: Filter): boolean =>
  windowAgrees(sent.window ?? {}, carried.window) &&
  (sent.answers === undefined || sameSet(sent.answers, carried.answers)) &&
  (sent.listing === undefined || sent.listing === carried.listing) &&
  (sent.timeZone === undefined || sent.timeZone === carried.timeZone) &&
  (sent.rows === undefined || sent.rows === (carried.rows ?? 'Occurrences')) &&
  (sent.audience === undefined || sent.audience === (carried.audience ?? 'Participant'))

const windowAgrees = (sent: Window, carried: Window): boolean =>
  boundAgrees(sent.startFrom, carried.startFrom) &&
  boundAgrees(sent.startTo, carried.startTo) &&
  boundAgrees(sent.endFrom, carried.endFrom) &&
  boundAgrees(sent.endTo, carried.endTo) &&
  (sent.points === undefined || sent.points === carried.points)

const boundAgrees = (sent: Bound | undefined, carried: Bound | undefined): boolean =>
  sent === undefined || (sent.at === carried?.at && sent.closed === carried.closed)

const sameSet = (a: readonly string[] | null, b: readonly string[] | null): boolean => {
  if (a === null || b === null) return a === b
  const [one, other] = [new Set(a), new Set(b)]
  return one.size === other.size && [...one].every((each) => other.has(each))
}
