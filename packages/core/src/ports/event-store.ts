import type * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../event/index.js'
import type { AggregateName, DomainEventOf, StateOf } from './aggregates.js'
import type { Actor, Recorded } from './recorded.js'

/** The store could not answer: `reason` is for logs, never for a wire. Retrying may help. */
export interface StoreFailure {
  readonly type: 'StoreFailure'
  readonly reason: string
}

/** Which version a stream must have for an append to happen. */
export type ExpectedVersion =
  | { readonly type: 'Exact'; readonly version: number }
  | { readonly type: 'None' }
  | { readonly type: 'Exists' }
  | { readonly type: 'Any' }

/** A domain event with the id (UUIDv7) that makes its append idempotent. */
export interface NewEvent<K extends AggregateName> {
  readonly eventId: string
  readonly happened: DomainEventOf<K>
}

/**
 * What one command does to one stream.
 *
 * `decide` runs once for each try, under the stream's lock, on the state folded up to the lock. It must
 * be pure and quick. What it refuses is appended nowhere.
 */
export interface StreamDecision<R, K extends AggregateName> {
  readonly aggregate: K
  readonly streamId: string
  readonly expected: ExpectedVersion
  readonly decide: (state: StateOf<K>) => E.Either<R, readonly NewEvent<K>[]>
}

/** A decision on a stream of any aggregate. */
export type AnyStreamDecision<R> = { [K in AggregateName]: StreamDecision<R, K> }[AggregateName]

/**
 * One command's appends, all or nothing.
 *
 * With a `fingerprint` the `commandId` makes it idempotent: the same id again, with the same fingerprint,
 * gives the first result and runs no decision; with another one it is `CommandIdReused`. Without one (null:
 * the caller gave no id, so nobody can ask again) no record of the command id is kept.
 */
export interface Append<R> {
  readonly tenantId: TenantId
  readonly commandId: string
  readonly fingerprint: string | null
  readonly actor: Actor
  readonly causationId: string | null
  readonly correlationId: string | null
  readonly streams: readonly AnyStreamDecision<R>[]
}

/** What an append came to: the domain events it recorded, or had recorded when it first ran. */
export interface Appended {
  readonly events: readonly Recorded[]
  /** The log's position after it. */
  readonly position: number
  /** Whether the command id, or the event ids, had been appended before. */
  readonly replayed: boolean
}

/**
 * Why an append did not happen. `R` is what its decisions refuse with.
 *
 * `DuplicateEventId`: some of the event ids are in the log already, but not just these, in this order.
 */
export type AppendFailure<R> =
  | { readonly type: 'Rejected'; readonly rejection: R }
  | { readonly type: 'VersionConflict'; readonly streamId: string; readonly version: number }
  | { readonly type: 'CommandIdReused'; readonly commandId: string }
  | { readonly type: 'DuplicateEventId'; readonly eventId: string }
  | StoreFailure

/** A page of a tenant's log: what comes after the position `after`. */
export interface LogPage {
  readonly tenantId: TenantId
  readonly after: number
  readonly limit: number
}

/** A page of one stream: what comes after the version `afterVersion`. */
export interface StreamPage {
  readonly tenantId: TenantId
  readonly aggregate: AggregateName
  readonly streamId: string
  readonly afterVersion: number
  readonly limit: number
}

/**
 * The log. Every tenant has one, with gapless positions in commit order; tenants never meet.
 *
 * Domain events, projections, the outbox and the command id are written in one transaction: a failure,
 * also a killed process, leaves all of them or none.
 */
export interface EventStore {
  readonly append: <R>(append: Append<R>) => TE.TaskEither<AppendFailure<R>, Appended>
  /** The state of one stream, and its version (0 when nothing has happened). */
  readonly load: <K extends AggregateName>(
    tenantId: TenantId,
    aggregate: K,
    streamId: string,
  ) => TE.TaskEither<StoreFailure, { readonly state: StateOf<K>; readonly version: number }>
  /** At most `limit` recorded domain events, by position. */
  readonly readLog: (page: LogPage) => TE.TaskEither<StoreFailure, readonly Recorded[]>
  /** At most `limit` recorded domain events of one stream, by version. */
  readonly readStream: (page: StreamPage) => TE.TaskEither<StoreFailure, readonly Recorded[]>
  /** Every tenant that has a log, by code unit. */
  readonly tenants: TE.TaskEither<StoreFailure, readonly TenantId[]>
  /** Calls back after a commit of this process; other processes' commits are found by reading. Returns its undoing. */
  readonly onAppended: (listener: (tenantId: TenantId, position: number) => void) => () => void
}
