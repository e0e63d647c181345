import * as E from 'fp-ts/lib/Either.js'
import { planNotifications } from '../policy/index.js'
import type { Instant } from '../time/index.js'
import type { Aggregate, AggregateName, DomainEventOf, StateOf } from './aggregates.js'
import { aggregates } from './aggregates.js'
import type {
  AnyStreamDecision,
  Append,
  AppendFailure,
  ExpectedVersion,
  NewEvent,
  StreamDecision,
} from './event-store.js'
import type { OutboxMessage } from './outbox.js'
import { webhookMessages } from './webhook-messages.js'
import type { Recorded, RecordedOf } from './recorded.js'
import type { Stream, StreamOf } from './stream.js'

/** What one stream was under its lock, what is to happen to it, and what it will be then. */
export interface StagedOf<K extends AggregateName> {
  readonly aggregate: K
  readonly before: StreamOf<K>
  readonly events: readonly NewEvent<K>[]
  readonly after: StreamOf<K>
}

/** A staged stream of any aggregate, told apart by `aggregate`. */
export type Staged = { [K in AggregateName]: StagedOf<K> }[AggregateName]

/**
 * Checks the expected version of a locked stream and runs its decision.
 *
 * Pure: the part of an append that is the same in every store. `locked` must be the stream that the
 * decision names, folded to its last version.
 */
export const stage = <R>(
  decision: AnyStreamDecision<R>,
  locked: Stream,
): E.Either<AppendFailure<R>, Staged> => {
  if (!meets(decision.expected, locked.version)) {
    const { streamId, version } = locked
    return E.left({ type: 'VersionConflict', streamId, version })
  }
  if (decision.aggregate === 'event' && locked.aggregate === 'event') {
    return stageOn(aggregates.event, decision, locked)
  }
  if (decision.aggregate === 'calendar' && locked.aggregate === 'calendar') {
    return stageOn(aggregates.calendar, decision, locked)
  }
  if (decision.aggregate === 'bookmark' && locked.aggregate === 'bookmark') {
    return stageOn(aggregates.bookmark, decision, locked)
  }
  if (decision.aggregate === 'training' && locked.aggregate === 'training') {
    return stageOn(aggregates.training, decision, locked)
  }
  if (decision.aggregate === 'bot' && locked.aggregate === 'bot') {
    return stageOn(aggregates.bot, decision, locked)
  }
  if (decision.aggregate === 'webhook' && locked.aggregate === 'webhook') {
    return stageOn(aggregates.webhook, decision, locked)
  }
  return E.left({ type: 'StoreFailure', reason: 'locked a stream of another aggregate' })
}

const meets = (expected: ExpectedVersion, version: number): boolean => {
  switch (expected.type) {
    case 'Exact':
      return version === expected.version
    case 'None':
      return version === 0
    case 'Exists':
      return version > 0
    case 'Any':
      return true
  }
}

const stageOn = <R, K extends AggregateName>(
  aggregate: Aggregate<StateOf<K>, DomainEventOf<K>>,
  decision: StreamDecision<R, K>,
  before: StreamOf<K>,
): E.Either<AppendFailure<R>, StagedOf<K>> => {
  const decided = decision.decide(before.state)
  if (E.isLeft(decided)) return E.left({ type: 'Rejected', rejection: decided.left })
  const events = decided.right
  const state = events.reduce(
    (folded, { happened }) => aggregate.evolve(folded, happened),
    before.state,
  )
  const after = { ...before, version: before.version + events.length, state }
  return E.right({ aggregate: decision.aggregate, before, events, after })
}

/** What a store writes to the log and to the outbox for one append. Rows follow by `rowChanges`. */
export interface Commit {
  readonly events: readonly Recorded[]
  readonly messages: readonly OutboxMessage[]
}

/** The log's last position and the stamp that everything in this commit gets. */
export interface Head {
  readonly position: number
  readonly recordedAt: Instant
}

/**
 * Gives staged streams their place in the log: positions follow `head.position`, in order.
 *
 * Rows of the commit are valid from the position of its last domain event on. Pure.
 */
export const commitOf = (
  append: Append<unknown>,
  staged: readonly Staged[],
  head: Head,
): Commit => {
  const events: Recorded[] = []
  const messages: OutboxMessage[] = []
  for (const stream of staged) {
    const envelope = { append, head: { ...head, position: head.position + events.length } }
    if (stream.aggregate === 'webhook') {
      const recorded = recordedOf(stream, envelope)
      events.push(...recorded)
      messages.push(...webhookMessages(stream.after.state, recorded))
      continue
    }
    if (stream.aggregate !== 'event') {
      events.push(...recordedOfOthers(stream, envelope))
      continue
    }
    const recorded = recordedOf(stream, envelope)
    events.push(...recorded)
    if (recorded.length === 0) continue
    messages.push(...messagesOf(append, stream, recorded))
  }
  return { events, messages }
}

interface Placing {
  readonly append: Append<unknown>
  readonly head: Head
}

const recordedOfOthers = (
  stream: Exclude<Staged, { aggregate: 'event' | 'webhook' }>,
  placing: Placing,
): readonly Recorded[] => {
  switch (stream.aggregate) {
    case 'calendar':
      return recordedOf(stream, placing)
    case 'bookmark':
      return recordedOf(stream, placing)
    case 'training':
      return recordedOf(stream, placing)
    case 'bot':
      return recordedOf(stream, placing)
  }
}

const recordedOf = <K extends AggregateName>(
  { aggregate, before, events }: StagedOf<K>,
  { append, head }: Placing,
): readonly RecordedOf<K>[] =>
  events.map(({ eventId, happened }, index) => ({
    tenantId: append.tenantId,
    eventId,
    aggregate,
    streamId: before.streamId,
    version: before.version + index + 1,
    position: head.position + index + 1,
    recordedAt: head.recordedAt,
    actor: append.actor,
    commandId: append.commandId,
    causationId: append.causationId,
    correlationId: append.correlationId,
    schemaVersion: aggregates[aggregate].schemaVersion,
    happened,
  }))

const messagesOf = (
  { tenantId, actor }: Append<unknown>,
  stream: StagedOf<'event'>,
  recorded: readonly RecordedOf<'event'>[],
): readonly OutboxMessage[] => {
  const last = recorded.at(-1)
  if (last === undefined) return []
  const { position, recordedAt, eventId } = last
  return planNotifications({
    actor: actor.type === 'User' ? actor.userId : null,
    happened: recorded.map(({ happened }) => happened),
    after: stream.after.state,
  }).map((message) => ({
    ...message,
    tenantId,
    messageId: `${eventId}:${message.recipient}`,
    position,
    recordedAt,
    attempts: 0,
  }))
}
