import type { Bound, Stamp, Window } from '@kalends/core'
import { roundDown, roundUp } from '@kalends/core'
import type { ParamValues } from '../http/index.js'
import { optional } from '../http/index.js'
import { StampParam } from '../kit/index.js'

/** The parameters of a window: up to four bounds, all of which must hold. */
export const windowQuery = {
  start_after: optional(StampParam, 'Events that start at this moment or after it.'),
  start_before: optional(StampParam, 'Events that start at this moment or before it.'),
  end_after: optional(StampParam, 'Events that end after this moment.'),
  end_before: optional(StampParam, 'Events that end before this moment.'),
}

/** The window they name, rounded so that no predicate on whole milliseconds changes; `{}` is everything. */
export const windowOf = ({
  start_after,
  start_before,
  end_after,
  end_before,
}: ParamValues<typeof windowQuery>): Window => ({
  ...bound('startFrom', start_after, (stamp) => ({ at: roundUp(stamp), closed: true })),
  ...bound('startTo', start_before, (stamp) => ({ at: roundDown(stamp), closed: true })),
  ...bound('endFrom', end_after, (stamp) => ({ at: roundDown(stamp), closed: false })),
  ...bound('endTo', end_before, (stamp) => ({ at: roundUp(stamp), closed: false })),
})

const bound = (
  edge: 'startFrom' | 'startTo' | 'endFrom' | 'endTo',
  stamp: Stamp | undefined,
  rounded: (stamp: Stamp) => Bound,
): Window => (stamp === undefined ? {} : { [edge]: rounded(stamp) })
