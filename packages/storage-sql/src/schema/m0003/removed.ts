/**
 * Who was uninvited stays in the detail of an event, behind all that is in it, as the fold of the log puts it there.
 *
 * Where they stood is what their part said that ended then; where it was pruned, nothing is known of an answer.
 */
export const removed: readonly string[] = [
  `create temporary table kalends_uninvited as
      select log.tenant_id, log.stream_id as uid, log.commit_position as position, each.value as user_id,
        log.position as happened, each.key as place,
        cast(round((julianday(log.data ->> 'at') - 2440587.5) * 86400000) as integer) as at,
        coalesce(part.status, 'NeedsAction') as status, part.answer is not null as answered
      from kalends_log as log, json_each(log.data, '$.participants') as each
      left join kalends_participation as part on part.tenant_id = log.tenant_id and part.uid = log.stream_id
        and part.recurrence_id = '' and part.user_id = each.value and part.valid_to = log.commit_position
      where log.aggregate = 'event' and log.type = 'ParticipantsUninvited'`,

  `update kalends_event as event set detail = substr(detail, 1, length(detail) - 1) || ',"removed":' || (
      select json_group_array(json_object('userId', gone.user_id, 'status', gone.status,
        'answered', json(iif(gone.answered, 'true', 'false')), 'at', gone.at) order by gone.happened, gone.place)
      from kalends_uninvited as gone
      where gone.tenant_id = event.tenant_id and gone.uid = event.uid and gone.position <= event.valid_from
        and not exists (select 1 from kalends_uninvited as later
          where later.tenant_id = gone.tenant_id and later.uid = gone.uid and later.user_id = gone.user_id
            and later.position <= event.valid_from and later.happened > gone.happened)
        and not exists (select 1 from kalends_participation as part
          where part.tenant_id = gone.tenant_id and part.uid = gone.uid and part.recurrence_id = ''
            and part.user_id = gone.user_id
            and part.valid_from <= event.valid_from and part.valid_to > event.valid_from)
    ) || '}'
    where exists (select 1 from kalends_uninvited as gone
      where gone.tenant_id = event.tenant_id and gone.uid = event.uid and gone.position <= event.valid_from)`,

  'drop table kalends_uninvited',
]
