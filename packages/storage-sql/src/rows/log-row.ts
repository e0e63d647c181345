import type {
  Actor,
  Aggregate,
  AggregateName,
  DomainEventOf,
  Recorded,
  RecordedOf,
  StateOf,
  StoreFailure,
} from '@kalends/core'
import { aggregates, exactJson } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { LogTable } from '../schema/database.js'
import { eventIdBytes, eventIdText } from './event-id.js'

/** How a recorded domain event is stored, as part of the append that ends at `commitPosition`. */
export const logRowOf = (recorded: Recorded, commitPosition: number): LogTable => ({
  tenant_id: recorded.tenantId,
  position: recorded.position,
  event_id: eventIdBytes(recorded.eventId),
  aggregate: recorded.aggregate,
  stream_id: recorded.streamId,
  version: recorded.version,
  type: recorded.happened.type,
  schema_version: recorded.schemaVersion,
  recorded_at: recorded.recordedAt,
  actor_type: recorded.actor.type,
  actor: recorded.actor.type === 'User' ? recorded.actor.userId : recorded.actor.name,
  command_id: recorded.commandId,
  causation_id: recorded.causationId,
  correlation_id: recorded.correlationId,
  commit_position: commitPosition,
  data: exactJson(encoded(recorded)),
})

const encoded = <K extends AggregateName>({ aggregate, happened }: RecordedOf<K>): unknown =>
  aggregates[aggregate].domainEvent.encode(happened)

/** A domain event as decoding its row yields it. */
export type Decoded = Recorded

/** Reads a stored domain event. One that this version cannot read is a failure that says where it is. */
export const recordedOf = (row: LogTable): E.Either<StoreFailure, Recorded> => {
  const { aggregate } = row
  if (!isAggregateName(aggregate)) return unreadable(row)
  const codec = codecs.get(`${aggregate}@${row.schema_version}`)
  if (codec === undefined) return unreadable(row)
  const happened = decoded(codec, row.data)
  if (happened === null) return unreadable(row)
  return E.right({
    tenantId: row.tenant_id,
    eventId: eventIdText(row.event_id),
    aggregate,
    streamId: row.stream_id,
    version: row.version,
    position: row.position,
    recordedAt: row.recorded_at,
    actor: actorOf(row),
    commandId: row.command_id,
    causationId: row.causation_id,
    correlationId: row.correlation_id,
    schemaVersion: row.schema_version,
    happened,
  } as Decoded)
}

type AnyHappened = DomainEventOf<AggregateName>
type AnyCodec = Aggregate<StateOf<AggregateName>, AnyHappened>['domainEvent']

// By what the row says, so that an upcast form can be added beside the present one.
const codecs: ReadonlyMap<string, Pick<AnyCodec, 'decode'>> = new Map(
  Object.entries(aggregates).map(([name, { schemaVersion, domainEvent }]) => [
    `${name}@${schemaVersion}`,
    domainEvent,
  ]),
)

const decoded = (codec: Pick<AnyCodec, 'decode'>, json: string): AnyHappened | null => {
  const parsed = E.tryCatch((): unknown => JSON.parse(json), E.toError)
  if (E.isLeft(parsed)) return null
  const result = codec.decode(parsed.right)
  return E.isRight(result) ? result.right : null
}

const actorOf = ({ actor_type, actor }: LogTable): Actor =>
  actor_type === 'User' ? { type: 'User', userId: actor } : { type: 'System', name: actor }

/** Whether a stored name is that of an aggregate this version knows. */
export const isAggregateName = (name: string): name is AggregateName =>
  Object.hasOwn(aggregates, name)

const unreadable = (row: LogTable): E.Either<StoreFailure, never> =>
  E.left({
    type: 'StoreFailure',
    reason:
      `cannot read version ${row.version} of stream ${row.aggregate}/${row.stream_id} ` +
      `of tenant ${row.tenant_id}: ${row.type}, schema ${row.schema_version}`,
  })
