import type { TenantId, UserId } from '../event/index.js'
import type { ParticipationRow } from '../occurrence/index.js'
import type { Direction } from '../query/index.js'
import type { ClosedWindow } from '../time/index.js'

/**
 * The single events of several lists of a user, of one kind of time: exactly those in `window`, whatever the answer.
 *
 * `window` as a `SinglesQuery` has it. `None` are the cancelled events that the user is a guest of.
 */
export interface SinglesRange {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly position: number
  readonly time: 'Timed' | 'AllDay'
  readonly listings: readonly ParticipationRow['listing'][]
  readonly window: ClosedWindow
}

/** A part of them: `limit` of those behind the first `offset`. */
export interface SingleKeysQuery extends SinglesRange {
  readonly direction: Direction
  readonly offset: number
  readonly limit: number
}

/** Where a single event stands. `start` and `end` are as indexed. */
export interface SingleKey {
  readonly uid: string
  readonly start: number
  readonly end: number
}
