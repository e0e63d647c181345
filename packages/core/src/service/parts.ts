import type { EventLimits, RsvpResetPolicy } from '../event/index.js'
import type { Clock, Directory, EventQueries, EventStore, Ids } from '../ports/index.js'

/** What the service is made of, with every default filled in. */
export interface Parts {
  readonly store: EventStore & EventQueries
  readonly directory: Directory
  readonly clock: Clock
  readonly ids: Ids
  readonly resetPolicy: RsvpResetPolicy
  readonly limits: EventLimits
  /** Signs cursors. */
  readonly secret: string
  /** How long cursors live, and how far back reads may be pinned. */
  readonly retentionMs: number
}
