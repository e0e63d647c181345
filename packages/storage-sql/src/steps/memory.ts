import type { AggregateName, Stream, TenantId, UserId } from '@kalends/core'

/** A folded stream, and about how many bytes its domain events took. */
export interface Folded {
  readonly key: string
  readonly stream: Stream
  readonly weight: number
}

/** What is known without asking the database. Never wrong: a folded stream stands beside its version. */
export interface Memory {
  readonly folded: (key: string) => Folded | undefined
  readonly hasLane: (key: string) => boolean
}

/** What became known. Holds only once its transaction has been committed. */
export interface Learned {
  readonly folded: readonly Folded[]
  readonly lanes: readonly string[]
}

/** Knows nothing. */
export const noMemory: Memory = { folded: () => undefined, hasLane: () => false }

/** The key of a stream. */
export const streamKey = (tenantId: TenantId, aggregate: AggregateName, streamId: string): string =>
  JSON.stringify([tenantId, aggregate, streamId])

/** The key of a lane of a user. */
export const laneKey = (tenantId: TenantId, userId: UserId, lane: number): string =>
  JSON.stringify([tenantId, userId, lane])
