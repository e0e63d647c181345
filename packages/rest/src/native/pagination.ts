import { closed, flag, named, nullable, text } from '../wire/index.js'

/** Where the neighbours of a page are. */
export const Pagination = named(
  'Pagination',
  closed(
    {
      next_cursor: nullable(text({ min: 1 })),
      prev_cursor: nullable(text({ min: 1 })),
      has_more: flag,
    },
    {},
  ),
)

/** Where the neighbours of a page are, as answers say it. */
export const paginationAnswer = ({
  next,
  previous,
}: {
  readonly next: string | null
  readonly previous: string | null
}) => ({ next_cursor: next, prev_cursor: previous, has_more: next !== null })
