import type { NumberedPage } from '@kalends/core'
import { roundUp } from '@kalends/core'
import { closed, described, listOf, named, nullable, oneOf, text, whole } from '../../wire/index.js'
import { EventRow } from './event-row.js'
import type { ListQuery } from './list-query.js'
import { directionOf, pagingOf } from './list-query.js'
import { stamp, StampText } from './stamp.js'

const Direction = oneOf(['ASC', 'Ascending'], ['DESC', 'Descending'])

const Metadata = named(
  'Metadata',
  closed(
    {
      filtering: described(
        closed({}, { start_time: StampText, end_time: StampText, user_guid: text({ min: 0 }) }),
        { description: 'The filters that were sent.' },
      ),
      paging: closed(
        {
          per_page: whole(1),
          current_page: whole(1),
          next_page: nullable(whole(2)),
          prev_page: nullable(whole(1)),
        },
        { total_pages: whole(0), total_count: whole(0) },
      ),
      sorting: closed(
        { sort_by: oneOf(['start_time', 'start_time']), sort_direction: Direction },
        {},
      ),
    },
    {},
  ),
)

/** A page of the list. */
export const ListAnswer = named(
  'CalendarEvents',
  closed({ metadata: Metadata, data: listOf(EventRow) }, {}),
)

/** What is said around the records of a page. */
export const metadataOf = ({ hasMore, total }: NumberedPage, query: ListQuery) => {
  const { page, perPage } = pagingOf(query)
  return {
    filtering: filteringOf(query),
    paging: {
      per_page: perPage,
      current_page: page,
      next_page: hasMore ? page + 1 : null,
      prev_page: page > 1 ? page - 1 : null,
      ...(total === null ? {} : { total_pages: Math.ceil(total / perPage), total_count: total }),
    },
    sorting: {
      sort_by: 'start_time' as const,
      sort_direction: Direction.encode(directionOf(query)),
    },
  }
}

const filteringOf = ({ start_time: from, end_time: to, user_guid: user }: ListQuery) => ({
  ...(from === undefined ? {} : { start_time: stamp(roundUp(from)) }),
  ...(to === undefined ? {} : { end_time: stamp(roundUp(to)) }),
  ...(user === undefined ? {} : { user_guid: user }),
})
