import type { TenantId, UserId } from '../event/index.js'
import type { Instant } from '../time/index.js'
import type { AggregateName, DomainEventOf } from './aggregates.js'

/** Who caused a domain event: a user, or a part of the system by name. */
export type Actor =
  | { readonly type: 'User'; readonly userId: UserId }
  | { readonly type: 'System'; readonly name: string }

/**
 * A domain event of one aggregate as it comes out of the store.
 *
 * `version` counts within its stream from 1, `position` in the tenant's log from 1, both without gaps
 * and in commit order. `recordedAt` never goes below that of the position before.
 */
export interface RecordedOf<K extends AggregateName> {
  readonly tenantId: TenantId
  readonly eventId: string
  readonly aggregate: K
  readonly streamId: string
  readonly version: number
  readonly position: number
  readonly recordedAt: Instant
  readonly actor: Actor
  readonly commandId: string
  readonly causationId: string | null
  readonly correlationId: string | null
  readonly schemaVersion: number
  readonly happened: DomainEventOf<K>
}

/** A domain event of any aggregate as it comes out of the store, told apart by `aggregate`. */
export type Recorded = { [K in AggregateName]: RecordedOf<K> }[AggregateName]
