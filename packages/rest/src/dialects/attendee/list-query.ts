import type { ParamValues } from '../../http/index.js'
import { optional } from '../../http/index.js'
import { described, text } from '../../wire/index.js'
import { ORDERINGS } from './ordering.js'

const ANY = text({ min: 0 })
const MOMENT = described(ANY, { format: 'date-time' })

/** The parameters of the listing, as they are sent: what they mean is `requestOf`'s. */
export const listQuery = {
  calendar_deduplication_key: optional(ANY, 'Events of the calendar with this key.'),
  calendar_id: optional(
    described(ANY, { examples: ['cal_abcdef1234567890'] }),
    'Events of this calendar.',
  ),
  change_token: optional(
    ANY,
    'Events that were changed since a webhook was told so: its `change_token`.',
  ),
  cursor: optional(ANY, 'From `next` or `previous`. Opaque; empty for the first page.'),
  end_time_lte: optional(MOMENT, 'Events that end at this moment or before it.'),
  event_id: optional(
    described(ANY, { examples: ['evt_abcdef1234567890'] }),
    'This event, this occurrence, or all occurrences of this series.',
  ),
  ordering: optional(
    described(ANY, { enum: ORDERINGS }),
    'What rows are sorted by; with `-` descending. Default: -updated_at.',
  ),
  start_time_gte: optional(MOMENT, 'Events that start at this moment or after it.'),
  updated_after: optional(MOMENT, 'Deprecated: the same as updated_at_gte, which wins.'),
  updated_at_gte: optional(MOMENT, 'Events that were updated at this moment or after it.'),
}

/** The parameters as they were sent. */
export type ListQuery = ParamValues<typeof listQuery>
