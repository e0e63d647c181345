import type { Migration } from './migration.js'

/** The bots of events, and those that wait for their time. */
export const bots: Migration = {
  version: 4,
  name: 'bots',
  statements: [
    `create table kalends_bot (
      tenant_id text not null,
      bot_id text not null,
      uid text,
      recurrence_id text not null,
      phase text not null,
      join_ms integer not null,
      due_ms integer,
      state text not null,
      primary key (tenant_id, bot_id)
    ) strict`, // rows may be long
    `create index kalends_bot_by_place on kalends_bot (tenant_id, uid, recurrence_id, join_ms)`,
    // What a change of an event concerns, however many bots have been in its calls.
    `create index kalends_bot_scheduled on kalends_bot (tenant_id, uid) where phase = 'Scheduled'`,
    // Over all tenants.
    `create index kalends_bot_due on kalends_bot (phase, due_ms, tenant_id, bot_id)
      where due_ms is not null`,
  ],
}
