import type { Migration } from './migration.js'

/**
 * The first schema.
 *
 * Small rows that are found by their key are `WITHOUT ROWID`; those that may be long (log, event) keep a
 * rowid, because long keys make such trees deep.
 *
 * The log only grows. Erasure will not delete from it: fields with personal data are encrypted under a
 * key per subject, and forgetting the key is the erasure, so the triggers can stay.
 */
export const first: Migration = {
  version: 1,
  name: 'first',
  statements: [
    `create table kalends_tenant (
      tenant_id text not null primary key,
      position integer not null,
      recorded_at integer not null,
      readable_from integer not null
    ) strict, without rowid`,

    `create table kalends_stream (
      tenant_id text not null,
      aggregate text not null,
      stream_id text not null,
      version integer not null,
      primary key (tenant_id, aggregate, stream_id)
    ) strict, without rowid`,

    `create table kalends_log (
      tenant_id text not null,
      position integer not null,
      event_id blob not null,
      aggregate text not null,
      stream_id text not null,
      version integer not null,
      type text not null,
      schema_version integer not null,
      recorded_at integer not null,
      actor_type text not null,
      actor text not null,
      command_id text not null,
      causation_id text,
      correlation_id text,
      commit_position integer not null,
      data text not null,
      primary key (tenant_id, position),
      unique (tenant_id, aggregate, stream_id, version),
      unique (tenant_id, event_id)
    ) strict`,
    `create trigger kalends_log_is_never_changed before update on kalends_log
      begin select raise(abort, 'the log is never changed'); end`,
    `create trigger kalends_log_is_never_deleted before delete on kalends_log
      begin select raise(abort, 'the log is never deleted'); end`,

    `create table kalends_command (
      tenant_id text not null,
      command_id text not null,
      fingerprint text not null,
      position integer not null,
      events integer not null,
      recorded_at integer not null,
      primary key (tenant_id, command_id)
    ) strict, without rowid`,

    `create table kalends_snapshot (
      tenant_id text not null,
      aggregate text not null,
      stream_id text not null,
      version integer not null,
      snapshot_version integer not null,
      state text not null,
      primary key (tenant_id, aggregate, stream_id)
    ) strict`,

    `create table kalends_event (
      tenant_id text not null,
      uid text not null,
      valid_from integer not null,
      valid_to integer not null,
      summary text not null,
      detail text not null,
      primary key (tenant_id, uid, valid_from)
    ) strict`,
    // Holds superseded rows only: what pruning looks for.
    `create index kalends_event_superseded on kalends_event (tenant_id, valid_to)
      where valid_to < 9007199254740991`,

    `create table kalends_participation (
      tenant_id text not null,
      uid text not null,
      recurrence_id text not null,
      user_id text not null,
      valid_from integer not null,
      valid_to integer not null,
      ordinal integer not null,
      lane integer not null,
      start_ms integer not null,
      end_ms integer not null,
      status text not null,
      answer text,
      primary key (tenant_id, uid, recurrence_id, user_id, valid_from)
    ) strict, without rowid`,
    // Listings: one range a lane, in order, answered from the index alone.
    `create index kalends_participation_by_lane on kalends_participation
      (tenant_id, user_id, lane, start_ms, uid, valid_from, valid_to, end_ms)`,
    `create index kalends_participation_superseded on kalends_participation (tenant_id, valid_to)
      where valid_to < 9007199254740991`,

    `create table kalends_lane (
      tenant_id text not null,
      user_id text not null,
      lane integer not null,
      primary key (tenant_id, user_id, lane)
    ) strict, without rowid`,

    `create table kalends_outbox (
      tenant_id text not null,
      message_id text not null,
      position integer not null,
      recorded_at integer not null,
      kind text not null,
      recipient text not null,
      uid text not null,
      revision integer not null,
      sequence integer not null,
      attempts integer not null,
      due_at integer not null,
      lease text,
      dead integer not null,
      reason text,
      primary key (tenant_id, message_id)
    ) strict, without rowid`,
    // The oldest message that is due, over all tenants.
    `create index kalends_outbox_waiting on kalends_outbox (position, tenant_id, message_id, due_at)
      where dead = 0`,

    `create table kalends_checkpoint (
      tenant_id text not null,
      consumer text not null,
      position integer not null,
      primary key (tenant_id, consumer)
    ) strict, without rowid`,
  ],
}
