import type { AggregateName, Recorded, Stream, StreamOf } from '@kalends/core'
import { advance, emptyStream } from '@kalends/core'

/** One tenant: its log, and what follows from it. */
export interface Tenant {
  /** Position p is at index p - 1. */
  readonly log: readonly Recorded[]
  /** Every state each stream has been in, oldest first: the running fold of its part of the log. */
  readonly histories: Map<string, readonly Version[]>
  /** What was run, by command id. */
  readonly runs: Map<string, Run>
  /** The id of every domain event in the log. */
  readonly eventIds: Set<string>
  readonly readableFrom: number
}

/** A state of a stream. A commit is seen whole: from the position of its last domain event on. */
export interface Version {
  readonly stream: Stream
  readonly validFrom: number
}

/** A command that was run: the log's positions before and after it. */
export interface Run {
  readonly fingerprint: string
  readonly before: number
  readonly after: number
}

/** A tenant to which nothing has happened. */
export const newTenant = (): Tenant => ({
  log: [],
  histories: new Map(),
  runs: new Map(),
  eventIds: new Set(),
  readableFrom: 0,
})

/** A stream as it is now. */
export const streamOf = (tenant: Tenant, aggregate: AggregateName, streamId: string): Stream =>
  tenant.histories.get(keyOf(aggregate, streamId))?.at(-1)?.stream ??
  emptyStream(aggregate, streamId)

/** Every calendar event's stream as it was right after `position`. */
export const eventStreamsAt = (tenant: Tenant, position: number): readonly StreamOf<'event'>[] =>
  [...tenant.histories.values()].flatMap((history) => {
    const stream = history.findLast(({ validFrom }) => validFrom <= position)?.stream
    return stream?.aggregate === 'event' ? [stream] : []
  })

/** Writes a commit to the log and advances the streams it touches. Cannot fail halfway. */
export const record = (tenant: Tenant, events: readonly Recorded[]): Tenant => {
  const validFrom = tenant.log.length + events.length
  for (const recorded of events) {
    const { aggregate, streamId, eventId } = recorded
    const stream = advance(streamOf(tenant, aggregate, streamId), recorded)
    const key = keyOf(aggregate, streamId)
    tenant.histories.set(key, [...(tenant.histories.get(key) ?? []), { stream, validFrom }])
    tenant.eventIds.add(eventId)
  }
  return { ...tenant, log: [...tenant.log, ...events] }
}

const keyOf = (aggregate: AggregateName, streamId: string): string => `${aggregate}/${streamId}`
