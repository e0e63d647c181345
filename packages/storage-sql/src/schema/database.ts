/**
 * The tables, as kysely sees them.
 *
 * The tenant comes first in every key, and no order comes from a sequence, so that the same tables can be
 * spread over machines. Times are epoch milliseconds. Names carry a prefix because a host may keep its own
 * tables in the same database.
 */
export interface Database {
  readonly kalends_schema: SchemaTable
  readonly kalends_tenant: TenantTable
  readonly kalends_stream: StreamTable
  readonly kalends_log: LogTable
  readonly kalends_command: CommandTable
  readonly kalends_snapshot: SnapshotTable
  readonly kalends_event: EventTable
  readonly kalends_event_key: EventKeyTable
  readonly kalends_participation: ParticipationTable
  readonly kalends_lane: LaneTable
  readonly kalends_outbox: OutboxTable
  readonly kalends_checkpoint: CheckpointTable
  readonly kalends_bot: BotTable
}

/** The migrations that have run. */
export interface SchemaTable {
  readonly version: number
  readonly name: string
  readonly applied_at: number
}

/** How far each tenant's log has come: the counter that positions are taken from. */
export interface TenantTable {
  readonly tenant_id: string
  readonly position: number
  readonly recorded_at: number
  /** Row versions that ended at this position or before are pruned. */
  readonly readable_from: number
}

/** The version of each stream: the row that stands for its lock. */
export interface StreamTable {
  readonly tenant_id: string
  readonly aggregate: string
  readonly stream_id: string
  readonly version: number
}

/** What happened, for ever: triggers refuse to change or delete a row. */
export interface LogTable {
  readonly tenant_id: string
  readonly position: number
  /** See `eventIdBytes`. */
  readonly event_id: Uint8Array
  readonly aggregate: string
  readonly stream_id: string
  readonly version: number
  readonly type: string
  readonly schema_version: number
  readonly recorded_at: number
  readonly actor_type: string
  readonly actor: string
  readonly command_id: string
  readonly causation_id: string | null
  readonly correlation_id: string | null
  /** The last position of the append that this row belongs to: rows of projections are valid from there. */
  readonly commit_position: number
  /** The domain event as JSON, encoded by its codec. */
  readonly data: string
}

/** Every command id and what it came to: `events` log rows, the last of them at `position`. */
export interface CommandTable {
  readonly tenant_id: string
  readonly command_id: string
  readonly fingerprint: string
  readonly position: number
  readonly events: number
  readonly recorded_at: number
}

/** The last snapshot of a long stream. */
export interface SnapshotTable {
  readonly tenant_id: string
  readonly aggregate: string
  readonly stream_id: string
  readonly version: number
  readonly snapshot_version: number
  /** The folded state as JSON, encoded by its codec. */
  readonly state: string
}

/** Versions of an event without its participants. Seen at position P when `valid_from <= P < valid_to`. */
export interface EventTable {
  readonly tenant_id: string
  readonly uid: string
  readonly valid_from: number
  /** `CURRENT` until it is superseded. */
  readonly valid_to: number
  /** `EventSummary` as JSON. */
  readonly summary: string
  /** `EventDetail` as JSON: behind the summary, so that reading that does not touch its pages. */
  readonly detail: string
  /** The entries of `overrides` as JSON; null when there are none. */
  readonly overrides: string | null
}

/** Versions of what an event is sorted and filtered by among all of its tenant: a new one with each revision. */
export interface EventKeyTable {
  readonly tenant_id: string
  readonly uid: string
  readonly valid_from: number
  readonly valid_to: number
  readonly calendar_id: string
  /** 1 for a series, whose bounds `start_ms` and `end_ms` are. */
  readonly repeats: number
  readonly created_ms: number
  /** When the revision was recorded. */
  readonly updated_ms: number
  readonly start_ms: number
  readonly end_ms: number
}

/** Versions of one user's part in an event, and where the event stands in their lists. */
export interface ParticipationTable {
  readonly tenant_id: string
  readonly uid: string
  /** Always empty: answers to single occurrences stand in `occurrences`. */
  readonly recurrence_id: string
  readonly user_id: string
  readonly valid_from: number
  readonly valid_to: number
  /** Rises in the order in which participants were invited. */
  readonly ordinal: number
  /** See `laneOf`. */
  readonly lane: number
  readonly start_ms: number
  readonly end_ms: number
  readonly status: string
  /** `Answer` as JSON; null for who has not answered. */
  readonly answer: string | null
  /** The entries of `Participation.occurrences` as JSON; null when there are none. */
  readonly occurrences: string | null
}

/** The lanes in which a user has ever had an event, so that a listing asks no others. */
export interface LaneTable {
  readonly tenant_id: string
  readonly user_id: string
  readonly lane: number
}

/** Messages until they are delivered; `dead` ones stay and are not tried again. */
export interface OutboxTable {
  readonly tenant_id: string
  readonly message_id: string
  readonly position: number
  readonly recorded_at: number
  readonly kind: string
  readonly recipient: string
  readonly uid: string
  readonly revision: number
  readonly sequence: number
  readonly attempts: number
  readonly due_at: number
  readonly lease: string | null
  readonly dead: number
  readonly reason: string | null
  /** The occurrence that the message is about; null when it is about all. */
  readonly recurrence_id: string | null
}

/** How far each consumer of the log has come. */
export interface CheckpointTable {
  readonly tenant_id: string
  readonly consumer: string
  readonly position: number
}

/** Bots as they are now; a deleted one has no row. */
export interface BotTable {
  readonly tenant_id: string
  readonly bot_id: string
  /** Null for a bot of no event of ours. */
  readonly uid: string | null
  /** Empty where the event takes place once. */
  readonly recurrence_id: string
  readonly phase: string
  readonly join_ms: number
  /** See `dueOf`. */
  readonly due_ms: number | null
  /** The stream's state as JSON, encoded by its codec. */
  readonly state: string
}

/** `valid_to` of a row version that nothing has superseded: above every position. */
export const CURRENT = Number.MAX_SAFE_INTEGER
