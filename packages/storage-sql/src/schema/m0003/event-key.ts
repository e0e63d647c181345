/** What the events of a whole tenant are listed by. */
export const eventKey: readonly string[] = [
  `create table kalends_event_key (
      tenant_id text not null,
      uid text not null,
      valid_from integer not null,
      valid_to integer not null,
      calendar_id text not null,
      repeats integer not null,
      created_ms integer not null,
      updated_ms integer not null,
      start_ms integer not null,
      end_ms integer not null,
      primary key (tenant_id, uid, valid_from)
    ) strict, without rowid`,
  // One range each, in order; those by calendar keep a small calendar quick in a large tenant.
  ...['created_ms', 'updated_ms', 'start_ms', 'end_ms'].flatMap((column) => [
    `create index kalends_event_key_by_${column} on kalends_event_key
        (tenant_id, repeats, ${column}, uid)`,
    `create index kalends_event_key_by_calendar_${column} on kalends_event_key
        (tenant_id, repeats, calendar_id, ${column}, uid)`,
  ]),
  `create index kalends_event_key_superseded on kalends_event_key (tenant_id, valid_to)
      where valid_to < 9007199254740991`,
  // A key lasts as long as its revision. The bounds are those that stand in the organizer's list.
  `insert into kalends_event_key
      select e.tenant_id, e.uid, e.valid_from, e.valid_to,
        json_extract(e.summary, '$.calendarId'),
        json_extract(e.summary, '$.recurrence') is not null,
        json_extract(e.summary, '$.createdAt'),
        l.recorded_at, p.start_ms, p.end_ms
      from (
        select tenant_id, uid, min(valid_from) as valid_from, max(valid_to) as valid_to, summary
        from kalends_event
        group by tenant_id, uid, json_extract(summary, '$.revision')
      ) e
      join kalends_log l on l.tenant_id = e.tenant_id and l.position = e.valid_from
      join kalends_participation p on p.tenant_id = e.tenant_id and p.uid = e.uid
        and p.recurrence_id = '' and p.user_id = json_extract(e.summary, '$.organizer')
        and p.valid_from <= e.valid_from and p.valid_to > e.valid_from`,
]
