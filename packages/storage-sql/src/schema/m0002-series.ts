import type { Migration } from './migration.js'

/** What recurring events need: their changed occurrences, answers to single ones, messages about one. */
export const series: Migration = {
  version: 2,
  name: 'series',
  statements: [
    'alter table kalends_event add column overrides text',
    'alter table kalends_participation add column occurrences text',
    'alter table kalends_outbox add column recurrence_id text',
    // Where the fold of the log puts the new fields. In a JSON text this can only be that key: quotes inside
    // of strings are escaped.
    `update kalends_event set summary =
      replace(summary, '"revision":', '"recurrence":null,"splitFrom":null,"revision":')`,
  ],
}
